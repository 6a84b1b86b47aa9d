package org.cdfgateway.pgwire.scan;

import java.util.concurrent.Executor;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.inbound.RemoteSessions;
import org.cdfgateway.pgwire.cancel.CancelKeys;

/**
 * What all connections of one scan endpoint share.
 *
 * @param workers where remote sessions may block: a connection has one task at a time, and one to close
 * @param maxMessageBytes bound of a message after the login
 */
public record ScanAccess(
        RemoteSessions sessions,
        SessionTokens tokens,
        CancelKeys cancels,
        Secret password,
        Executor workers,
        int maxMessageBytes) {}
