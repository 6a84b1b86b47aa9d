package org.cdfgateway.domain.port.outbound;

import java.net.InetSocketAddress;
import java.util.List;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.table.TableDefinition;

/** The engine's databases, one per gateway user. Safe for use by several threads. */
public interface EngineDatabases {

    /**
     * Makes sure that the user's database exists and its tables are those of today, and tells how to log in to it.
     * Blocks: some milliseconds when it exists, about a second the first time.
     *
     * @throws GatewayException CANNOT_CONNECT_NOW while the engine is not running
     */
    EngineLogin provide(String username);

    /**
     * Tells which custom tables the user has from now on. Databases of later {@link #provide} have them; one that has been
     * provided gets them, and loses others, before this returns, in open sessions as well. Sessions that keep a table in use
     * which is to go are ended after some seconds. Blocks.
     *
     * @throws GatewayException CANNOT_CONNECT_NOW when the database cannot be changed; the next call, or login, tries again
     */
    void show(String username, List<TableDefinition> custom);

    /** Removes the user's database and ends its sessions. Nothing happens when there is none. */
    void drop(String username);

    /** How the gateway logs in to the engine in the user's place; the role can evaluate SQL and nothing else. */
    record EngineLogin(InetSocketAddress address, String database, String role, Secret password) {}
}
