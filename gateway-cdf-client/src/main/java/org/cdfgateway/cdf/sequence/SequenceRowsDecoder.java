package org.cdfgateway.cdf.sequence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.cdf.row.JsonText;
import org.cdfgateway.cdf.row.PostgresText;
import org.cdfgateway.cdf.row.RowPage;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one page of one sequence, <code>{"id": 5, "columns": [{"externalId": "a"}], "rows": [{"rowNumber": 1, "values":
 * [0.5]}]}</code>, its fields in any order. A column without a value in a row does not appear in that row.
 */
public final class SequenceRowsDecoder {
    private @Nullable Long id;
    private @Nullable String externalId;
    private @Nullable String nextCursor;
    /** External ids as JSON texts. */
    private final List<String> columns = new ArrayList<>();

    private final List<Numbered> rows = new ArrayList<>();

    /** @param values JSON texts by column, null where there is none */
    private record Numbered(long number, List<@Nullable String> values) {}

    private SequenceRowsDecoder() {}

    /** Reads a page to its end and closes the stream. */
    public static RowPage decode(InputStream body) throws IOException {
        SequenceRowsDecoder decoder = new SequenceRowsDecoder();
        try (JsonParser parser = JsonText.parser(body)) {
            decoder.page(parser);
        }
        return new RowPage(decoder.rows.stream().map(decoder::row).toList(), decoder.nextCursor);
    }

    private void page(JsonParser parser) throws IOException {
        expect(parser.nextToken(), JsonToken.START_OBJECT, parser);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (field) {
                case "id" -> id = parser.getLongValue();
                case "externalId" -> externalId = text(parser, token);
                case "nextCursor" -> nextCursor = text(parser, token);
                case "columns" -> array(parser, this::column);
                case "rows" -> array(parser, this::row);
                default -> parser.skipChildren();
            }
        }
    }

    private static @Nullable String text(JsonParser parser, JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NULL ? null : parser.getText();
    }

    private interface Element {
        void read(JsonParser parser) throws IOException;
    }

    private static void array(JsonParser parser, Element element) throws IOException {
        expect(parser.currentToken(), JsonToken.START_ARRAY, parser);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.read(parser);
        }
    }

    /** Very old columns have a name only (reference/cdf-api-resources.md section 7.2). */
    private void column(JsonParser parser) throws IOException {
        expect(parser.currentToken(), JsonToken.START_OBJECT, parser);
        String key = null;
        String name = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (field) {
                case "externalId" -> key = text(parser, token);
                case "name" -> name = text(parser, token);
                default -> parser.skipChildren();
            }
        }
        String shown = key != null ? key : name != null ? name : "column " + columns.size();
        columns.add(JsonText.quoted(shown));
    }

    private void row(JsonParser parser) throws IOException {
        expect(parser.currentToken(), JsonToken.START_OBJECT, parser);
        long number = 0;
        List<@Nullable String> values = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "rowNumber" -> number = parser.getLongValue();
                case "values" -> array(parser, element -> values.add(value(element)));
                default -> parser.skipChildren();
            }
        }
        rows.add(new Numbered(number, values));
    }

    private static @Nullable String value(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : JsonText.read(parser);
    }

    private Row row(Numbered row) {
        StringBuilder names = new StringBuilder("[");
        StringBuilder values = new StringBuilder("{");
        for (int i = 0; i < Math.min(columns.size(), row.values.size()); i++) {
            String value = row.values.get(i);
            if (value != null) {
                String separator = names.length() == 1 ? "" : ",";
                names.append(separator).append(columns.get(i));
                values.append(separator).append(columns.get(i)).append(':').append(value);
            }
        }
        @Nullable
        Object[] all =
                new @Nullable Object[BuiltInTables.SEQUENCE_ROWS.columns().size()];
        all[RowPositions.ID] = id;
        all[RowPositions.EXTERNAL_ID] = externalId == null ? null : PostgresText.storable(externalId);
        all[RowPositions.ROW_NUMBER] = row.number;
        all[RowPositions.COLUMNS] = names.append(']').toString();
        all[RowPositions.VALUES] = values.append('}').toString();
        return Row.owning(all);
    }

    private static void expect(@Nullable JsonToken found, JsonToken expected, JsonParser parser) throws IOException {
        if (found != expected) {
            throw new IOException("found " + found + " at "
                    + parser.currentLocation().offsetDescription() + " (expected: " + expected + ")");
        }
    }
}
