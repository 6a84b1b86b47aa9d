package org.cdfgateway.domain.port.outbound;

import java.net.InetSocketAddress;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;

/** The engine's databases, one per gateway user. Safe for use by several threads. */
public interface EngineDatabases {

    /**
     * Makes sure that the user's database exists and its tables are those of today, and tells how to log in to it.
     * Blocks: some milliseconds when it exists, about a second the first time.
     *
     * @throws GatewayException CANNOT_CONNECT_NOW while the engine is not running
     */
    EngineLogin provide(String username);

    /** Removes the user's database and ends its sessions. Nothing happens when there is none. */
    void drop(String username);

    /** How the gateway logs in to the engine in the user's place; the role can evaluate SQL and nothing else. */
    record EngineLogin(InetSocketAddress address, String database, String role, Secret password) {}
}
