package org.cdfgateway.sql.remote;

import java.util.List;
import org.cdfgateway.domain.port.inbound.RemoteSession.RemoteResult;
import org.cdfgateway.domain.port.inbound.RemoteSession.ResultColumn;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.sql.remote.cursor.SqlCursor;
import org.jspecify.annotations.Nullable;

/** The shapes of results. */
final class Results {

    private Results() {}

    /** A statement that returns no rows. */
    record Tagged(String tag) implements RemoteResult {
        @Override
        public List<ResultColumn> columns() {
            return List.of();
        }

        @Override
        public @Nullable RowBatch next() {
            return null;
        }
    }

    /** Rows that are there already. */
    static final class Listed implements RemoteResult {
        private final List<ResultColumn> columns;
        private final List<Row> rows;
        private final String tag;
        private boolean delivered;

        Listed(List<ResultColumn> columns, List<Row> rows, String tag) {
            this.columns = columns;
            this.rows = rows;
            this.tag = tag;
        }

        @Override
        public List<ResultColumn> columns() {
            return columns;
        }

        @Override
        public @Nullable RowBatch next() {
            if (delivered || rows.isEmpty()) {
                return null;
            }
            delivered = true;
            return new RowBatch(rows);
        }

        @Override
        public String tag() {
            return tag;
        }
    }

    /** Rows of a cursor, up to a number; fewer only at its end. */
    static final class Fetched implements RemoteResult {
        private final SqlCursor cursor;
        private final String command;
        private final long atMost;
        private long delivered;

        Fetched(SqlCursor cursor, String command, long atMost) {
            this.cursor = cursor;
            this.command = command;
            this.atMost = atMost;
        }

        @Override
        public List<ResultColumn> columns() {
            return cursor.columns();
        }

        @Override
        public @Nullable RowBatch next() {
            if (delivered >= atMost) {
                return null;
            }
            RowBatch rows = cursor.next(atMost - delivered);
            if (rows != null) {
                delivered += rows.size();
            }
            return rows;
        }

        @Override
        public String tag() {
            return command + " " + delivered;
        }
    }
}
