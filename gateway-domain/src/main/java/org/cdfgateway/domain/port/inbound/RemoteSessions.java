package org.cdfgateway.domain.port.inbound;

import java.util.function.Consumer;
import org.cdfgateway.domain.identity.GatewaySession;

/** The data behind the engine's foreign tables. */
public interface RemoteSessions {

    /**
     * Opens the data side of one gateway session: what the engine's postgres_fdw talks to.
     *
     * @param warnings gets texts that the user should see as warnings, before the answer to the statement they belong to;
     *     may wait for a moment, but not for the user
     */
    RemoteSession open(GatewaySession session, Consumer<String> warnings);
}
