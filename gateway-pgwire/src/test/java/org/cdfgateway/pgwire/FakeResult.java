package org.cdfgateway.pgwire;

import java.util.Iterator;
import java.util.List;
import org.cdfgateway.domain.port.inbound.RemoteSession.RemoteResult;
import org.cdfgateway.domain.port.inbound.RemoteSession.ResultColumn;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.domain.table.SqlType;
import org.jspecify.annotations.Nullable;

/** A result that was made beforehand. */
record FakeResult(List<ResultColumn> columns, Iterator<RowBatch> batches, String tag) implements RemoteResult {

    static FakeResult command(String tag) {
        return new FakeResult(List.of(), List.<RowBatch>of().iterator(), tag);
    }

    static FakeResult rows(List<ResultColumn> columns, List<Row> rows, String tag) {
        List<RowBatch> batches = rows.isEmpty() ? List.of() : List.of(new RowBatch(rows));
        return new FakeResult(columns, batches.iterator(), tag);
    }

    static FakeResult text(String column, String value, String tag) {
        return rows(List.of(new ResultColumn(column, SqlType.TEXT)), List.of(Row.owning(value)), tag);
    }

    @Override
    public @Nullable RowBatch next() {
        return batches.hasNext() ? batches.next() : null;
    }
}
