package org.cdfgateway.app.table;

import java.util.List;
import org.cdfgateway.domain.port.outbound.EngineDatabases;
import org.cdfgateway.domain.table.TableDefinition;

/** The engine's databases with the custom tables that the store has when their users log in. */
public record ShownDatabases(EngineDatabases engine, UserTableSets tables) implements EngineDatabases {

    @Override
    public EngineLogin provide(String username) {
        tables.load(username);
        return engine.provide(username);
    }

    @Override
    public void show(String username, List<TableDefinition> custom) {
        engine.show(username, custom);
    }

    @Override
    public void drop(String username) {
        tables.forget(username);
        engine.drop(username);
    }
}
