package org.cdfgateway.sql.remote;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.remote.statement.RemoteStatement;
import org.cdfgateway.sql.remote.statement.Select;

/** The adapters of a session's tables. Immutable. */
final class Adapters {
    private final Map<String, TableAdapter> byTable;

    Adapters(Collection<TableAdapter> adapters) {
        byTable = adapters.stream()
                .collect(Collectors.toUnmodifiableMap(adapter -> adapter.table().name(), Function.identity()));
    }

    /** @throws IllegalArgumentException for a table that no adapter serves */
    TableAdapter of(TableDefinition table) {
        TableAdapter adapter = byTable.get(table.name());
        if (adapter == null) {
            throw new IllegalArgumentException("no adapter for table " + table.name());
        }
        return adapter;
    }

    /**
     * Whether the statement can be carried out at all, so that it is refused before it runs.
     *
     * @throws org.cdfgateway.domain.error.GatewayException FEATURE_NOT_SUPPORTED
     */
    void requireAllowed(RemoteStatement statement) {
        if (statement instanceof RemoteStatement.Insert insert) {
            of(insert.table()).requireInserter();
        } else if (statement instanceof RemoteStatement.Update update) {
            of(update.table()).requireUpdater();
        } else if (statement instanceof RemoteStatement.UpdateRow update) {
            of(update.table()).requireUpdater();
        } else if (statement instanceof RemoteStatement.Delete delete) {
            of(delete.table()).requireDeleter();
        } else if (statement instanceof RemoteStatement.DeleteRow delete) {
            of(delete.table()).requireDeleter();
        } else if (statement instanceof RemoteStatement.Explain explain) {
            requireChangeable(explain.select());
        } else if (statement instanceof RemoteStatement.DeclareCursor declare) {
            requireChangeable(declare.select());
        }
    }

    /**
     * A query that finds rows does not say what will become of them, but an UPDATE asks for all columns, a DELETE mostly
     * for few.
     */
    private void requireChangeable(Select select) {
        if (!select.forChange()) {
            return;
        }
        TableAdapter adapter = of(select.table());
        if (!select.columns().containsAll(select.table().columns())) {
            adapter.requireDeleter();
        } else if (adapter.deleter().isEmpty()) {
            adapter.requireUpdater();
        }
    }
}
