package org.cdfgateway.sql.remote;

import java.util.Objects;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.port.outbound.UserTables;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.remote.statement.RemoteStatement;
import org.cdfgateway.sql.remote.statement.Select;

/** The adapters of a session's tables, as they are at the moment. */
final class Adapters {
    private final UserTables tables;

    Adapters(UserTables tables) {
        this.tables = tables;
    }

    /**
     * @param table as a statement was parsed with
     * @throws GatewayException UNDEFINED_TABLE when the user no longer has exactly this table
     */
    TableAdapter of(TableDefinition table) {
        return tables.find(table.id())
                .filter(adapter -> Objects.equals(adapter.table(), table))
                .orElseThrow(() -> new GatewayException(
                                ErrorKind.UNDEFINED_TABLE, "relation \"" + table.id() + "\" does not exist any more")
                        .withHint("It was deleted or made anew meanwhile: prepare the statement again."));
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
