package org.cdfgateway.emulator.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.query.PageCursor;
import org.cdfgateway.emulator.resource.ClassicResources;
import org.cdfgateway.emulator.resource.RequestItems;
import org.cdfgateway.emulator.schema.Column;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.sequence.SequenceRows.Row;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;

/** The HTTP calls on rows of sequences: reference/cdf-api-resources.md section 8. */
public final class RowCalls {

    private static final String PATH = "/sequences/data";
    private static final String ACL = "sequencesAcl";

    private final ClassicResources resources;
    private final ItemStore sequences;
    private final SequenceRows rows;

    public RowCalls(ClassicResources resources, SequenceRows rows) {
        this.resources = resources;
        this.sequences = resources.sequences();
        this.rows = rows;
    }

    public void addTo(Routes routes) {
        Admission read = Admission.needs(ACL, "READ");
        Admission write = Admission.needs(ACL, "WRITE");
        routes.project("POST", PATH, write, this::insert)
                .project("POST", PATH + "/list", read, this::list)
                .project("POST", PATH + "/latest", read, this::latest)
                .project("POST", PATH + "/delete", write, this::delete);
    }

    private Answer insert(Call call) {
        RowInsertion insertion =
                RowInsertion.parse(call.json().path("items"), sequences, resources.writableSequences(call));
        call.received(insertion.size());
        insertion.applyTo(rows);
        return Answer.done();
    }

    private Answer list(Call call) {
        ObjectNode body = call.json();
        Item sequence = SequenceReference.find(body, "body", sequences, resources.readableSequences(call));
        List<Column> columns = SequenceReference.columns(body.path("columns"), sequence, RowLimits.MAX_READ_COLUMNS);
        long start = number(body, "start", 0, 0);
        long end = number(body, "end", Long.MAX_VALUE, 0);
        long limit = number(body, "limit", RowLimits.DEFAULT_PAGE_ROWS, 1);
        if (limit > RowLimits.MAX_ROWS) {
            throw ApiError.badRequest("limit must be between 1 and " + RowLimits.MAX_ROWS + ", got " + limit);
        }
        int queryHash = queryHash(body);
        JsonNode cursor = body.path("cursor");
        long from = cursor.isTextual() ? Long.parseLong(PageCursor.decode(queryHash, cursor.textValue())) : start;
        long most = Math.min(limit, RowLimits.PAGE_NUMBERS / Math.max(1, weight(columns)));
        List<Row> page = new ArrayList<>();
        // One more than the page holds tells whether there is a next one.
        rows.of(sequence.id()).forEachBehind(before(from), row -> {
            if (row.number() < end) {
                page.add(row);
            }
            return row.number() < end && page.size() <= most;
        });
        String nextCursor = null;
        if (page.size() > most) {
            nextCursor = PageCursor.encode(
                    queryHash, Long.toString(page.remove(page.size() - 1).number()));
        }
        return Answer.ok(new RowPage(sequence, columns, page, nextCursor)).with(page.size());
    }

    /** The place before a row number and behind the one before it. */
    private static ToIntFunction<Row> before(long number) {
        return row -> row.number() < number ? -1 : 1;
    }

    private static int queryHash(ObjectNode body) {
        ObjectNode query = body.deepCopy();
        query.remove(List.of("limit", "cursor"));
        return query.hashCode();
    }

    private static int weight(List<Column> columns) {
        return columns.stream()
                .mapToInt(column -> column.valueType().isText() ? RowLimits.NUMBERS_PER_TEXT : 1)
                .sum();
    }

    private static long number(ObjectNode body, String name, long absent, long min) {
        JsonNode number = body.path(name);
        if (!body.hasNonNull(name)) {
            return absent;
        }
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw Violations.wrongType(name, "integer", number);
        }
        if (number.longValue() < min) {
            throw ApiError.badRequest(name + " must be greater than or equal to " + min + ", got " + number);
        }
        return number.longValue();
    }

    private Answer latest(Call call) {
        ObjectNode body = call.json();
        Item sequence = SequenceReference.find(body, "body", sequences, resources.readableSequences(call));
        List<Column> columns = SequenceReference.columns(body.path("columns"), sequence, RowLimits.MAX_READ_COLUMNS);
        Row last = rows.of(sequence.id()).lastBefore(before(number(body, "before", Long.MAX_VALUE, 1)));
        List<Row> found = last == null ? List.of() : List.of(last);
        return Answer.ok(new RowPage(sequence, columns, found, null)).with(found.size());
    }

    private record Deletion(long sequenceId, Set<Long> rows) {}

    private Answer delete(Call call) {
        Predicate<Item> writable = resources.writableSequences(call);
        List<Deletion> deletions = new ArrayList<>();
        for (JsonNode item : RequestItems.of(call.json().path("items"), RowLimits.MAX_ITEMS)) {
            String path = "items[" + deletions.size() + "]";
            Item sequence = SequenceReference.find(item, path, sequences, writable);
            JsonNode numbers = item.path("rows");
            if (!numbers.isArray()) {
                throw Violations.wrongType(path + ".rows", "array", numbers);
            }
            Violations violations = new Violations();
            violations.requireSize(path + ".rows", numbers.size(), 1, RowLimits.MAX_ROWS);
            violations.check();
            Set<Long> rowNumbers = new HashSet<>();
            for (JsonNode number : numbers) {
                if (!number.isIntegralNumber()) {
                    throw Violations.wrongType(path + ".rows", "integer", number);
                }
                rowNumbers.add(number.longValue());
            }
            deletions.add(new Deletion(sequence.id(), rowNumbers));
        }
        call.received(
                deletions.stream().mapToInt(deletion -> deletion.rows().size()).sum());
        deletions.forEach(deletion -> rows.delete(deletion.sequenceId(), deletion.rows()));
        return Answer.done();
    }
}
