package org.cdfgateway.domain.port.outbound;

import org.cdfgateway.domain.identity.Secret;

/**
 * Where the engine's postgres_fdw finds the gateway's scan endpoint.
 *
 * @param host a loopback address
 * @param password what it must present; made anew at every start
 */
public record ScanEndpoint(String host, int port, Secret password) {}
