package org.cdfgateway.sql.remote;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.port.outbound.TableWriter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.WriteRule;
import org.jspecify.annotations.Nullable;

/** The table {@code bound_session}: one row with the id of the gateway session that the connection belongs to. */
record BoundSessionTable(UUID sessionId) implements TableAdapter {

    static final TableDefinition DEFINITION = TableDefinition.table(
                    "bound_session", "The gateway session of this connection")
            .column("session_id", SqlType.TEXT, "sessionId", WriteRule.READ_ONLY, Set.of(), "Id of the session")
            .build();

    @Override
    public TableDefinition table() {
        return DEFINITION;
    }

    @Override
    public RowReader read(Scan scan, CdfAccess access) {
        return new OneRow(Row.owning(sessionId.toString()));
    }

    @Override
    public long estimateRows(Scan scan, CdfAccess access) {
        return 1;
    }

    @Override
    public Optional<TableWriter> writer() {
        return Optional.empty();
    }

    private static final class OneRow implements RowReader {
        private @Nullable Row row;

        private OneRow(Row row) {
            this.row = row;
        }

        @Override
        public @Nullable RowBatch next() {
            Row only = row;
            row = null;
            return only == null ? null : new RowBatch(List.of(only));
        }

        @Override
        public void close() {
            // there is nothing to abandon
        }
    }
}
