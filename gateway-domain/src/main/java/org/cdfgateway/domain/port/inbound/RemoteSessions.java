package org.cdfgateway.domain.port.inbound;

import org.cdfgateway.domain.identity.GatewaySession;

/** The data behind the engine's foreign tables. */
public interface RemoteSessions {

    /** Opens the data side of one gateway session: what the engine's postgres_fdw talks to. */
    RemoteSession open(GatewaySession session, ClientContext client);
}
