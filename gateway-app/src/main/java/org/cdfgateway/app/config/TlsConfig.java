package org.cdfgateway.app.config;

import java.nio.file.Path;

/** The server's identity: PEM files with the certificate chain and with the private key. */
public record TlsConfig(Path certificate, Path key) {}
