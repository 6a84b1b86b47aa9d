package org.cdfgateway.sql.remote.statement;

import java.util.Optional;
import java.util.function.Function;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.port.outbound.UserTables;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.TableName;
import org.cdfgateway.sql.lex.QualifiedName;

/** The tables that the engine's foreign tables stand for, as they are at the moment. */
public final class RemoteTables {
    private final Function<TableName, Optional<TableDefinition>> tables;

    public RemoteTables(Function<TableName, Optional<TableDefinition>> tables) {
        this.tables = tables;
    }

    /** Those of a user. */
    public static RemoteTables of(UserTables tables) {
        return new RemoteTables(name -> tables.find(name).map(TableAdapter::table));
    }

    /** @throws GatewayException UNDEFINED_TABLE; unqualified names mean nothing here */
    TableDefinition find(QualifiedName name) {
        return Optional.of(name.parts())
                .filter(parts -> parts.size() == 2)
                .flatMap(parts -> tables.apply(new TableName(parts.get(0), parts.get(1))))
                .orElseThrow(() -> new GatewayException(
                        ErrorKind.UNDEFINED_TABLE,
                        "relation \"" + String.join(".", name.parts()) + "\" does not exist"));
    }

    /** @throws GatewayException UNDEFINED_COLUMN */
    static int position(TableDefinition table, String column) {
        return table.position(column)
                .orElseThrow(() -> new GatewayException(
                        ErrorKind.UNDEFINED_COLUMN,
                        "column \"" + column + "\" of relation \"" + table.name() + "\" does not exist"));
    }
}
