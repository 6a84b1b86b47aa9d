package org.cdfgateway.sql.remote.statement;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.lex.QualifiedName;

/** The tables that the engine's foreign tables stand for. Immutable. */
public final class RemoteTables {
    private final Map<String, TableDefinition> tables;

    public RemoteTables(Collection<TableDefinition> tables) {
        this.tables = tables.stream().collect(Collectors.toUnmodifiableMap(TableDefinition::name, Function.identity()));
    }

    /** @throws GatewayException UNDEFINED_TABLE; unqualified names mean nothing here */
    TableDefinition find(QualifiedName name) {
        TableDefinition table = name.parts().size() == 2 ? tables.get(name.last()) : null;
        if (table == null) {
            throw new GatewayException(
                    ErrorKind.UNDEFINED_TABLE, "relation \"" + String.join(".", name.parts()) + "\" does not exist");
        }
        return table;
    }

    /** @throws GatewayException UNDEFINED_COLUMN */
    static int position(TableDefinition table, String column) {
        return table.position(column)
                .orElseThrow(() -> new GatewayException(
                        ErrorKind.UNDEFINED_COLUMN,
                        "column \"" + column + "\" of relation \"" + table.name() + "\" does not exist"));
    }
}
