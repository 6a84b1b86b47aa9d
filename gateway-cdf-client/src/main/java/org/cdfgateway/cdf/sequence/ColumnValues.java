package org.cdfgateway.cdf.sequence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.cdf.row.JsonText;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row that is written, as JSON texts by the columns' external ids; at least one is not {@code null}.
 * A row has them as an object, or as an array beside the array of columns.
 */
public record ColumnValues(Map<String, String> byColumn) {
    private static final Column VALUES = BuiltInTables.SEQUENCE_ROWS.column("values");
    private static final Column COLUMNS = BuiltInTables.SEQUENCE_ROWS.column("columns");

    private static final String NULL = "null";

    private static final String VALUES_EXPECTED =
            "an object of texts and numbers by column, such as {\"flow\": 0.5}, or an array of them together with columns";
    private static final String COLUMNS_EXPECTED = "an array of external ids that differ from one another";

    /** @throws GatewayException INVALID_PARAMETER_VALUE when the row's values have another shape */
    public static ColumnValues of(Row row) {
        String values = (String) Objects.requireNonNull(row.value(RowPositions.VALUES));
        String columns = (String) row.value(RowPositions.COLUMNS);
        Map<String, String> byColumn;
        try (JsonParser parser = JsonText.parser(values)) {
            byColumn = parser.nextToken() == JsonToken.START_OBJECT
                    ? object(parser)
                    : pairs(names(columns), array(parser), values);
        } catch (IOException e) {
            throw refused(VALUES, values, VALUES_EXPECTED).causedBy(e);
        }
        if (byColumn.values().stream().allMatch(NULL::equals)) {
            throw refused(VALUES, values, "at least one value that is not null");
        }
        if (columns != null && !byColumn.keySet().equals(Set.copyOf(names(columns)))) {
            throw refused(COLUMNS, columns, "the columns of the values, or null");
        }
        return new ColumnValues(byColumn);
    }

    /**
     * The row as an insert that replaces what there is: columns that lose their value are given null, because CDF would
     * keep theirs.
     *
     * @param changed the row that was read, with new values; an array of them belongs to the columns that it had
     */
    public static Row replacing(Row before, Row changed) {
        boolean array = ((String) Objects.requireNonNull(changed.value(RowPositions.VALUES)))
                .stripLeading()
                .startsWith("[");
        Map<String, String> byColumn =
                new LinkedHashMap<>(of(array ? changed : changed.with(RowPositions.COLUMNS, null)).byColumn);
        of(before).byColumn.keySet().forEach(column -> byColumn.putIfAbsent(column, NULL));
        Row named = changed.value(RowPositions.ID) == null ? changed : changed.with(RowPositions.EXTERNAL_ID, null);
        return named.with(RowPositions.COLUMNS, null).with(RowPositions.VALUES, text(byColumn));
    }

    /** The row as it would be read, if these are its only values. */
    public static Row stored(Row row) {
        Map<String, String> given = new LinkedHashMap<>(of(row).byColumn);
        given.values().removeIf(NULL::equals);
        String columns = given.keySet().stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]"));
        return row.with(RowPositions.COLUMNS, columns).with(RowPositions.VALUES, text(given));
    }

    private static String text(Map<String, String> byColumn) {
        return byColumn.entrySet().stream()
                .map(entry -> JsonText.quoted(entry.getKey()) + ":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, String> object(JsonParser parser) throws IOException {
        Map<String, String> byColumn = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String column = parser.currentName();
            byColumn.put(column, scalar(parser, parser.nextToken()));
        }
        return byColumn;
    }

    private static List<String> array(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new IOException("neither an object nor an array");
        }
        List<String> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(scalar(parser, parser.currentToken()));
        }
        return values;
    }

    private static String scalar(JsonParser parser, JsonToken token) throws IOException {
        if (!token.isScalarValue()) {
            throw new IOException("a value is not a scalar");
        }
        return JsonText.read(parser);
    }

    private static Map<String, String> pairs(List<String> columns, List<String> values, String shown) {
        if (columns.size() != values.size()) {
            throw refused(VALUES, shown, "as many values as there are columns, " + columns.size());
        }
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            byColumn.put(columns.get(i), values.get(i));
        }
        return byColumn;
    }

    private static List<String> names(@Nullable String columns) {
        if (columns == null) {
            throw refused(COLUMNS, NULL, COLUMNS_EXPECTED + ", because the values are an array");
        }
        Set<String> names = new LinkedHashSet<>();
        try (JsonParser parser = JsonText.parser(columns)) {
            boolean fits = parser.nextToken() == JsonToken.START_ARRAY;
            while (fits && parser.nextToken() != JsonToken.END_ARRAY) {
                fits = parser.currentToken() == JsonToken.VALUE_STRING && names.add(parser.getText());
            }
            if (!fits) {
                throw refused(COLUMNS, columns, COLUMNS_EXPECTED);
            }
        } catch (IOException e) {
            throw refused(COLUMNS, columns, COLUMNS_EXPECTED).causedBy(e);
        }
        return List.copyOf(names);
    }

    private static GatewayException refused(Column column, String value, String expectation) {
        return RowCheck.refused(ErrorKind.INVALID_PARAMETER_VALUE, column, value, expectation);
    }
}
