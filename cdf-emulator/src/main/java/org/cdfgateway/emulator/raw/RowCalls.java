package org.cdfgateway.emulator.raw;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.resource.RequestItems;
import org.cdfgateway.emulator.right.ScopeKind;
import org.cdfgateway.emulator.right.TableName;

/** The HTTP calls on RAW rows (reference/cdf-api-data.md sections 10.3 to 10.7). */
final class RowCalls {

    private static final String PATH = "/raw/dbs/{db}/tables/{table}";

    private final RawStore store;
    private final Clock clock;

    RowCalls(RawStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        Admission read = Admission.needs("rawAcl", "READ").on(ScopeKind.TABLE, RowCalls::tableNames);
        Admission write = Admission.needs("rawAcl", "WRITE").on(ScopeKind.TABLE, RowCalls::tableNames);
        routes.project("POST", PATH + "/rows", write, this::insert)
                .project("GET", PATH + "/rows", read, this::list)
                .project("GET", PATH + "/rows/{rowKey}", read, this::one)
                .project("GET", PATH + "/cursors", read, this::cursors)
                .project("POST", PATH + "/rows/delete", write, this::delete);
    }

    private static List<TableName> tableNames(Call call) {
        return List.of(new TableName(call.variable("db"), call.variable("table")));
    }

    private RawTable table(Call call) {
        return store.table(call.variable("db"), call.variable("table"));
    }

    private Answer insert(Call call) throws IOException {
        List<RawRow> rows = RowInsertion.parse(call.content("file"), clock.millis());
        call.received(rows.size());
        if (call.flag("ensureParent")) {
            NameCalls.checkName("database", call.variable("db"), RawLimits.MAX_DATABASE_NAME);
            NameCalls.checkName("table", call.variable("table"), RawLimits.MAX_TABLE_NAME);
            store.tableOrNew(call.variable("db"), call.variable("table")).put(rows);
        } else {
            table(call).put(rows);
        }
        return Answer.done();
    }

    private Answer list(Call call) {
        RawTable table = table(call);
        int limit = call.intParameter("limit", RawLimits.DEFAULT_PAGE, 1, RawLimits.MAX_PAGE);
        ColumnChoice choice = ColumnChoice.parse(call.parameter("columns"), call.flag("filterNullFields"));
        String text = call.parameter("cursor");
        RowCursor cursor = text == null || text.isEmpty()
                ? RowCursor.all(after(call), notAfter(call))
                : RowCursor.decode(text, nameHash(call));
        List<RawRow> page = new ArrayList<>();
        boolean[] more = {false};
        table.rows().forEachBehind(RawTable.at(cursor.hash(), cursor.key()), row -> {
            if (row.hash() > cursor.until()) {
                return false;
            }
            if (page.size() == limit) {
                more[0] = true;
                return false;
            }
            if (cursor.covers(row)) {
                page.add(row);
            }
            return true;
        });
        if (call.accepts(RowTable.MEDIA_TYPE)) {
            return RowTable.of(page, choice);
        }
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (RawRow row : page) {
                choice.write(row, out);
            }
            out.writeEndArray();
            if (more[0]) {
                out.writeStringField(
                        "nextCursor", cursor.behind(page.get(limit - 1)).encode(nameHash(call)));
            }
            out.writeEndObject();
        });
    }

    private Answer one(Call call) {
        RawRow row = table(call).find(call.variable("rowKey"));
        if (row == null) {
            throw ApiError.of(404, "Row not found: " + call.variable("rowKey"));
        }
        return Answer.ok(out -> ColumnChoice.parse(null, false).write(row, out)).with(1);
    }

    private Answer cursors(Call call) {
        table(call);
        int count = call.intParameter("numberOfCursors", RawLimits.DEFAULT_CURSORS, 1, RawLimits.MAX_CURSORS);
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (int i = 0; i < count; i++) {
                out.writeString(
                        RowCursor.part(i, count, after(call), notAfter(call)).encode(nameHash(call)));
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private Answer delete(Call call) {
        List<String> keys = new ArrayList<>();
        for (JsonNode item : RequestItems.of(call.json().path("items"), RawLimits.MAX_DELETED_ROWS)) {
            if (!item.path("key").isTextual()) {
                throw ApiError.missingFields(List.of("items[" + keys.size() + "].key"));
            }
            keys.add(item.path("key").textValue());
        }
        table(call).remove(keys);
        return Answer.done();
    }

    private static long after(Call call) {
        return call.longParameter("minLastUpdatedTime", Long.MIN_VALUE);
    }

    private static long notAfter(Call call) {
        return call.longParameter("maxLastUpdatedTime", Long.MAX_VALUE);
    }

    private static int nameHash(Call call) {
        return Objects.hash(call.variable("db"), call.variable("table"));
    }
}
