package org.cdfgateway.cdf.raw;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.cdf.adapter.RequestSequence;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.row.StreamedBody;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.WriteOutcome;

/** Deletes RAW rows, grouped by their tables. */
final class RawRowsDeleter implements RowDeleter {
    private static final Column DATABASE = BuiltInTables.RAW_ROWS.column("_raw_database");
    private static final Column NAME = BuiltInTables.RAW_ROWS.column("_raw_table");
    private static final Column KEY = BuiltInTables.RAW_ROWS.column("_raw_key");

    /** What SDKs send (reference/cdf-api-data.md section 10.1). */
    private static final int MAX_ROWS = 1_000;

    /** The Python SDK's default for deletions (reference/cdf-api-resources.md section 1.15). */
    private static final int PARALLELISM = 2;

    private final RawApi api;
    private final CallTimeouts timeouts;

    RawRowsDeleter(RawApi api, CallTimeouts timeouts) {
        this.api = api;
        this.timeouts = timeouts;
    }

    /** The body <code>{"items": [{"key": "a"}]}</code>. */
    private record Keys(List<RowKey> keys) implements StreamedBody {

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (RowKey key : keys) {
                json.writeStartObject();
                json.writeStringField("key", (String) key.value(KEY));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    @Override
    public List<String> operations() {
        return List.of("POST /raw/dbs/{database}/tables/{table}/rows/delete");
    }

    @Override
    public int maxBatchRows() {
        return MAX_ROWS;
    }

    @Override
    public int parallelism() {
        return PARALLELISM;
    }

    @Override
    public boolean needsOnlyTheKey() {
        return false;
    }

    @Override
    public WriteOutcome delete(List<RowKey> keys, MissingRows missing, CdfAccess access) {
        Map<RawTable, List<RowKey>> byTable = new LinkedHashMap<>();
        for (RowKey key : keys) {
            byTable.computeIfAbsent(
                            new RawTable((String) key.value(DATABASE), (String) key.value(NAME)),
                            unused -> new ArrayList<>())
                    .add(key);
        }
        RequestSequence requests = new RequestSequence();
        byTable.forEach((table, tableKeys) -> requests.send(
                tableKeys.size(),
                () -> api.deleteRows(
                        access.project(),
                        table.database(),
                        table.name(),
                        new Keys(tableKeys),
                        timeouts.start(RawApi.DELETE_ROWS, access))));
        return new WriteOutcome(List.of(), List.of());
    }
}
