package org.cdfgateway.domain.port.inbound;

import org.cdfgateway.domain.identity.GatewayUser;

/** The guards over what users run, who have different tables. Safe for use by several threads. */
@FunctionalInterface
public interface StatementGuards {

    /** The guard for one session of the user; it follows what becomes of the user's tables. Cheap, asks nobody. */
    StatementGuard of(GatewayUser user);
}
