package org.cdfgateway.cdf.raw;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.cdf.row.EpochTime;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.jspecify.annotations.Nullable;

/** Rows as a table with declared columns has them. Columns that the scan does not need are not looked at. */
final class CustomRowForm implements RawRowForm {
    /** Longer lists of names might not fit into an address. */
    private static final int MAX_NAMES_CHARACTERS = 2_000;

    private final CustomTableShape shape;
    private final boolean needsKey;
    private final boolean needsLastUpdated;

    /** Positions by the names of columns in RAW; without the key's column, whose value is the key. */
    private final Map<String, Integer> needed = new LinkedHashMap<>();

    private final @Nullable String neededColumns;

    CustomRowForm(CustomTableShape shape, Scan scan) {
        this.shape = shape;
        this.needsKey = scan.needs(shape.keyColumn());
        this.needsLastUpdated = scan.needs(shape.column(shape.lastUpdated()));
        for (int position : shape.stored()) {
            Column column = shape.column(position);
            if (position != shape.key() && scan.needs(column)) {
                needed.put(column.cdfField(), position);
            }
        }
        this.neededColumns = names(needed.keySet());
    }

    /** Null, which means all, for names that cannot be told apart in a list. */
    private static @Nullable String names(Set<String> names) {
        if (names.isEmpty()) {
            return NO_COLUMNS;
        }
        boolean isPlain = names.stream().allMatch(name -> !name.contains(",") && name.equals(name.strip()));
        String list = names.stream().collect(Collectors.joining(","));
        return isPlain && list.length() <= MAX_NAMES_CHARACTERS ? list : null;
    }

    @Override
    public @Nullable String neededColumns() {
        return neededColumns;
    }

    /** A column whose value is not one of its type. */
    private record Misfit(Column column, String found) {}

    @Override
    public KeyedRow row(RawTable table, JsonParser parser) throws IOException {
        @Nullable Object[] values = new @Nullable Object[shape.table().columns().size()];
        String key = "";
        Misfit misfit = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("key")) {
                key = parser.getText();
            } else if (name.equals("columns") && token == JsonToken.START_OBJECT) {
                misfit = columns(parser, values);
            } else if (name.equals("lastUpdatedTime") && needsLastUpdated) {
                values[shape.lastUpdated()] = EpochTime.toMicros(parser.getLongValue());
            } else {
                parser.skipChildren();
            }
        }
        if (misfit != null) {
            throw refused(table, key, misfit);
        }
        if (needsKey) {
            values[shape.key()] = keyValue(table, key);
        }
        return new KeyedRow(key, Row.owning(values));
    }

    /** The first column with a value that does not fit; null when all do. */
    private @Nullable Misfit columns(JsonParser parser, @Nullable Object[] values) throws IOException {
        Misfit misfit = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Integer position = needed.get(parser.currentName());
            parser.nextToken();
            if (position == null) {
                parser.skipChildren();
                continue;
            }
            Column column = shape.column(position);
            try {
                values[position] = RawValues.read(parser, column.family());
            } catch (NotConvertible e) {
                misfit = misfit == null ? new Misfit(column, e.found()) : misfit;
            }
        }
        return misfit;
    }

    private Object keyValue(RawTable table, String key) {
        try {
            return RawKeyText.read(shape.keyColumn().family(), key);
        } catch (NotConvertible e) {
            throw refused(table, key, new Misfit(shape.keyColumn(), e.found()));
        }
    }

    private GatewayException refused(RawTable table, String key, Misfit misfit) {
        String declared = CustomColumnType.showing(misfit.column().type()).apiName();
        return new GatewayException(
                        ErrorKind.INVALID_TEXT_REPRESENTATION,
                        "column \"" + misfit.column().name() + "\" of row \"" + key + "\" in RAW table " + table
                                + " is not of type " + declared)
                .withDetail("Found: " + misfit.found() + ". Table \""
                        + shape.table().name() + "\" declares the column as " + declared + ".")
                .withHint("Declare the column as TEXT, which shows every value, or correct the row in RAW.");
    }
}
