package org.cdfgateway.pgwire;

import java.nio.file.Path;

/**
 * The server's certificate.
 *
 * @param certificateChain PEM, the server's certificate first
 * @param privateKey PEM, PKCS#8, without a password
 */
public record TlsFiles(Path certificateChain, Path privateKey) {}
