package org.cdfgateway.cdf.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"items": [...], "nextCursor": "..."}} into rows, straight from the stream. Fields without a column are
 * skipped, as are columns that nobody needs; a column without a field is null.
 */
public final class JsonRows {
    /** CDF's own bounds are lower: a RAW row has 5 MiB (reference/cdf-api-data.md section 10.1). */
    private static final int MAX_TEXT_CHARACTERS = 64 << 20;

    /** PostgreSQL's own JSON parser ends earlier, at its stack's depth. */
    private static final int MAX_NESTING = 100_000;

    static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_TEXT_CHARACTERS)
                    .maxNumberLength(MAX_TEXT_CHARACTERS)
                    .maxNestingDepth(MAX_NESTING)
                    .build())
            .build();

    private final int columns;
    private final Map<String, Field> fields;

    private record Field(int position, Column column, JsonForm form) {}

    private JsonRows(int columns, Map<String, Field> fields) {
        this.columns = columns;
        this.fields = fields;
    }

    /**
     * Rows for a scan: columns that it does not need may stay null.
     *
     * @param key needed in any case, to tell rows apart
     */
    public static JsonRows needed(Scan scan, Column key) {
        Map<String, Field> fields = new HashMap<>();
        List<Column> columns = scan.table().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (scan.needs(columns.get(i)) || columns.get(i).equals(key)) {
                fields.put(columns.get(i).cdfField(), new Field(i, columns.get(i), JsonForm.of(columns.get(i))));
            }
        }
        return new JsonRows(columns.size(), fields);
    }

    /** Rows with all columns. */
    public static JsonRows all(TableDefinition table) {
        return needed(Scan.everything(table), table.columns().get(0));
    }

    /** Reads a page to its end and closes the stream. */
    public RowPage page(InputStream body) throws IOException {
        JsonPage<Row> page = JsonPage.read(body, this::row);
        return new RowPage(page.items(), page.nextCursor());
    }

    /** Reads a body that is a single item and closes the stream. */
    public Row single(InputStream body) throws IOException {
        return JsonPage.single(body, this::row);
    }

    /** The item that the parser stands on; afterwards the parser stands on its last token. */
    public Row row(JsonParser parser) throws IOException {
        expect(parser.currentToken(), JsonToken.START_OBJECT, parser);
        @Nullable Object[] values = new @Nullable Object[columns];
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Field field = fields.get(parser.currentName());
            JsonToken token = parser.nextToken();
            if (field == null || token == JsonToken.VALUE_NULL) {
                parser.skipChildren();
            } else {
                values[field.position] = value(parser, field);
            }
        }
        expect(parser.currentToken(), JsonToken.END_OBJECT, parser);
        return Row.owning(values);
    }

    private static @Nullable Object value(JsonParser parser, Field field) throws IOException {
        return switch (field.form) {
            case PLAIN -> value(parser, field.column.family());
            case ONE_OF_ARRAY -> List.of(integer(parser));
            case ZERO_IS_NULL -> integer(parser) == 0 ? null : value(parser, field.column.family());
            case EMPTY_IS_NULL ->
                value(parser, field.column.family()) instanceof List<?> list && !list.isEmpty() ? list : null;
        };
    }

    /** The value, not null, that the parser stands on; afterwards it stands on its last token. */
    public static Object value(JsonParser parser, ColumnType family) throws IOException {
        return switch (family) {
            case BOOLEAN -> parser.getBooleanValue();
            case BIGINT -> integer(parser);
            case DOUBLE -> parser.getDoubleValue();
            case REAL -> (double) parser.getFloatValue();
            case BYTEA -> Base64Text.toHex(text(parser));
            case TEXT -> text(parser);
            case TIMESTAMPTZ -> EpochTime.toMicros(integer(parser));
            case JSON -> JsonText.read(parser);
            case TEXT_ARRAY -> texts(parser);
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, JSON_ARRAY ->
                elements(parser, family.element().orElseThrow());
        };
    }

    private static long integer(JsonParser parser) throws IOException {
        expect(parser.currentToken(), JsonToken.VALUE_NUMBER_INT, parser);
        return parser.getLongValue();
    }

    private static String text(JsonParser parser) throws IOException {
        String text = parser.getValueAsString();
        if (text == null) {
            throw unexpected(parser.currentToken(), JsonToken.VALUE_STRING, parser);
        }
        return PostgresText.storable(text);
    }

    private static List<@Nullable Object> elements(JsonParser parser, ColumnType family) throws IOException {
        expect(parser.currentToken(), JsonToken.START_ARRAY, parser);
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(parser.currentToken() == JsonToken.VALUE_NULL ? null : value(parser, family));
        }
        return Collections.unmodifiableList(elements);
    }

    /** An array of texts, or of references {@code {"externalId": "..."}} as labels are. */
    private static List<String> texts(JsonParser parser) throws IOException {
        expect(parser.currentToken(), JsonToken.START_ARRAY, parser);
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    boolean key = parser.currentName().equals("externalId");
                    parser.nextToken();
                    if (key) {
                        texts.add(text(parser));
                    } else {
                        parser.skipChildren();
                    }
                }
            } else {
                texts.add(text(parser));
            }
        }
        return List.copyOf(texts);
    }

    /** @throws IOException when CDF has answered something else */
    public static void expect(@Nullable JsonToken found, JsonToken expected, JsonParser parser) throws IOException {
        if (found != expected) {
            throw unexpected(found, expected, parser);
        }
    }

    private static IOException unexpected(@Nullable JsonToken found, JsonToken expected, JsonParser parser) {
        return new IOException("found " + found + " at "
                + parser.currentLocation().offsetDescription() + " (expected: " + expected + ")");
    }
}
