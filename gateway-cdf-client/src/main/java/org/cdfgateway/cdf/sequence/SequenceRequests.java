package org.cdfgateway.cdf.sequence;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cdfgateway.cdf.api.Reference;
import org.cdfgateway.cdf.row.StreamedBody;
import org.cdfgateway.domain.row.Row;

/**
 * Packs rows into bodies of insert calls within CDF's limits (reference/cdf-api-resources.md section 8). In one body a
 * sequence appears once, with one set of columns, and no row twice: of two versions of a row the later one is to win.
 */
public final class SequenceRequests {
    /** Sequences in one request. */
    private static final int MAX_SEQUENCES = 1_000;

    private static final int MAX_ROWS = 10_000;

    private static final int MAX_VALUES = 100_000;

    private static final int MAX_CHARACTERS = 1_000_000;

    private final List<Body> bodies = new ArrayList<>();

    private SequenceRequests() {}

    public static List<Body> of(List<Row> rows) {
        SequenceRequests requests = new SequenceRequests();
        rows.forEach(requests::add);
        return requests.bodies;
    }

    /** The sequence that a row names. */
    public static Reference sequence(Row row) {
        return row.value(RowPositions.ID) instanceof Long id
                ? Reference.byId(id)
                : Reference.byExternalId((String) Objects.requireNonNull(row.value(RowPositions.EXTERNAL_ID)));
    }

    private void add(Row row) {
        Reference sequence = sequence(row);
        Map<String, String> values = ColumnValues.of(row).byColumn();
        long number = (Long) Objects.requireNonNull(row.value(RowPositions.ROW_NUMBER));
        Body last = bodies.isEmpty() ? null : bodies.get(bodies.size() - 1);
        if (last == null || !last.add(sequence, number, values)) {
            Body body = new Body();
            body.add(sequence, number, values);
            bodies.add(body);
        }
    }

    /** One call's body. */
    public static final class Body implements StreamedBody {
        private final Map<Reference, Item> items = new LinkedHashMap<>();
        private int rows;
        private int values;
        private int characters;

        private Body() {}

        /** How many rows of the table it holds. */
        public int rows() {
            return rows;
        }

        /** Whether there was room; there always is in an empty body. */
        private boolean add(Reference sequence, long number, Map<String, String> byColumn) {
            int size = byColumn.values().stream().mapToInt(String::length).sum();
            boolean full = rows == MAX_ROWS
                    || (rows > 0 && (values + byColumn.size() > MAX_VALUES || characters + size > MAX_CHARACTERS));
            Item item = items.get(sequence);
            boolean fits = item == null
                    ? items.size() < MAX_SEQUENCES && isOfSameKind(sequence)
                    : item.columns.equals(byColumn.keySet()) && !item.numbers.contains(number);
            if (full || !fits) {
                return false;
            }
            if (item == null) {
                item = new Item(List.copyOf(byColumn.keySet()));
                items.put(sequence, item);
            }
            item.add(number, byColumn);
            rows++;
            values += byColumn.size();
            characters += size;
            return true;
        }

        /** One sequence may have two names. */
        private boolean isOfSameKind(Reference sequence) {
            return items.keySet().stream()
                    .findFirst()
                    .map(other -> (other.id() == null) == (sequence.id() == null))
                    .orElse(true);
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (Map.Entry<Reference, Item> item : items.entrySet()) {
                json.writeStartObject();
                if (item.getKey().id() != null) {
                    json.writeNumberField("id", item.getKey().id());
                } else {
                    json.writeStringField("externalId", item.getKey().externalId());
                }
                item.getValue().writeTo(json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static final class Item {
        private final List<String> order;
        private final Set<String> columns;
        private final Set<Long> numbers = new HashSet<>();
        private final List<Map.Entry<Long, Map<String, String>>> rows = new ArrayList<>();

        Item(List<String> order) {
            this.order = order;
            this.columns = Set.copyOf(order);
        }

        void add(long number, Map<String, String> byColumn) {
            numbers.add(number);
            rows.add(Map.entry(number, byColumn));
        }

        void writeTo(JsonGenerator json) throws IOException {
            json.writeArrayFieldStart("columns");
            for (String column : order) {
                json.writeString(column);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rows");
            for (Map.Entry<Long, Map<String, String>> row : rows) {
                json.writeStartObject();
                json.writeNumberField("rowNumber", row.getKey());
                json.writeArrayFieldStart("values");
                for (String column : order) {
                    json.writeRawValue(row.getValue().get(column));
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
