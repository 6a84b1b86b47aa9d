package org.cdfgateway.cdf.view;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.cdfgateway.cdf.row.JsonPage;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.cdf.row.RowPage;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.custom.InstanceField;
import org.jspecify.annotations.Nullable;

/**
 * Reads instances, whose properties stand under their view, straight from the stream. Columns that nobody needs stay
 * null.
 */
final class InstanceRows {
    private static final String PROPERTIES = "properties";

    private final String space;
    private final String view;
    private final int columns;
    private final Map<String, Place> fields = new HashMap<>();
    private final Map<String, Place> properties = new HashMap<>();

    private record Place(int position, ColumnType family) {}

    /** @param scan whose needed columns are read, and the key in any case */
    InstanceRows(ViewTable table, Scan scan) {
        this.space = table.space();
        this.view = table.label();
        this.columns = table.definition().columns().size();
        table.fields().forEach((field, position) -> {
            Column column = table.column(field);
            boolean isKey = field == InstanceField.SPACE || field == InstanceField.EXTERNAL_ID;
            if (isKey || scan.needs(column)) {
                fields.put(field.cdfField(), new Place(position, column.family()));
            }
        });
        for (ViewTable.PropertyColumn each : table.properties()) {
            if (scan.needs(each.column())) {
                properties.put(
                        each.property().name(),
                        new Place(each.position(), each.column().family()));
            }
        }
    }

    /** Reads a page to its end and closes the stream. */
    RowPage page(InputStream body) throws IOException {
        JsonPage<Row> page = JsonPage.read(body, this::row);
        return new RowPage(page.items(), page.nextCursor());
    }

    private Row row(JsonParser parser) throws IOException {
        @Nullable Object[] values = new @Nullable Object[columns];
        object(parser, (name, token) -> {
            Place field = fields.get(name);
            if (name.equals(PROPERTIES) && token == JsonToken.START_OBJECT) {
                only(space, parser, () -> only(view, parser, () -> properties(parser, values)));
            } else if (field == null || token == JsonToken.VALUE_NULL) {
                parser.skipChildren();
            } else {
                values[field.position] = JsonRows.value(parser, field.family);
            }
        });
        return Row.owning(values);
    }

    private void properties(JsonParser parser, @Nullable Object[] values) throws IOException {
        object(parser, (name, token) -> {
            Place property = properties.get(name);
            if (property == null || token == JsonToken.VALUE_NULL) {
                parser.skipChildren();
            } else {
                values[property.position] = PropertyForm.read(parser, property.family);
            }
        });
    }

    /** Reads the member of that name and skips the others. */
    private static void only(String member, JsonParser parser, Content content) throws IOException {
        object(parser, (name, token) -> {
            if (name.equals(member)) {
                content.read();
            } else {
                parser.skipChildren();
            }
        });
    }

    private static void object(JsonParser parser, Members members) throws IOException {
        JsonRows.expect(parser.currentToken(), JsonToken.START_OBJECT, parser);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            members.read(name, parser.nextToken());
        }
        JsonRows.expect(parser.currentToken(), JsonToken.END_OBJECT, parser);
    }

    @FunctionalInterface
    private interface Content {
        void read() throws IOException;
    }

    @FunctionalInterface
    private interface Members {

        /** @param token the first one of the member's value; afterwards the parser stands on its last one */
        void read(String name, JsonToken token) throws IOException;
    }
}
