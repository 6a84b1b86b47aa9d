package org.cdfgateway.pgwire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cdfgateway.domain.port.inbound.RemoteSession.ResultColumn;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code SELECT ... FROM public.<table> [WHERE ((id = n))]}: row i has values made of i, so every test can
 * tell what to expect.
 */
final class FakeRows {
    private static final Pattern SELECT = Pattern.compile("SELECT (.*) FROM public\\.(\\w+)(.*)", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\\(id = '?(\\d+)'?(::bigint)?\\)");

    private final List<ResultColumn> columns;
    private final long end;
    private long position;

    private FakeRows(List<ResultColumn> columns, long start, long end) {
        this.columns = columns;
        this.position = start;
        this.end = end;
    }

    static FakeRows of(String select, long count) {
        Matcher matcher = SELECT.matcher(select);
        if (!matcher.find()) {
            throw new IllegalArgumentException(select);
        }
        TableDefinition table = BuiltInTables.ALL.stream()
                .filter(candidate -> candidate.name().equals(matcher.group(2)))
                .findFirst()
                .orElseThrow();
        List<ResultColumn> columns = Arrays.stream(matcher.group(1).split(", "))
                .map(name -> new ResultColumn(
                        name,
                        table.position(name).isPresent() ? table.column(name).type() : SqlType.TEXT))
                .toList();
        Matcher id = ID.matcher(matcher.group(3));
        if (id.find()) {
            long only = Long.parseLong(id.group(1));
            return new FakeRows(columns, only, only <= count ? only + 1 : only);
        }
        return new FakeRows(columns, 1, count + 1);
    }

    List<ResultColumn> columns() {
        return columns;
    }

    List<Row> next(int count) {
        List<Row> rows = new ArrayList<>();
        for (; rows.size() < count && position < end; position++) {
            @Nullable Object[] values = new @Nullable Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(columns.get(i), position);
            }
            rows.add(Row.owning(values));
        }
        return rows;
    }

    private static @Nullable Object value(ResultColumn column, long i) {
        return switch (column.type().family()) {
            case BOOLEAN -> i % 2 == 0;
            case BIGINT -> i;
            case DOUBLE -> i / 8.0;
            case TEXT -> column.name().equals("NULL") ? null : column.name() + " " + i;
            case TIMESTAMPTZ -> i * 1_000;
            case REAL -> i / 2.0;
            case BYTEA -> String.format("\\x%04x", i % 0x10000);
            case BOOLEAN_ARRAY -> List.of(i % 2 == 0, true);
            case DOUBLE_ARRAY, REAL_ARRAY -> List.of(i / 2.0, 0.5);
            case JSON_ARRAY -> List.of("{\"row\": " + i + "}");
            case JSON -> "{\"row\": \"" + i + "\"}";
            case BIGINT_ARRAY -> List.of(i, i + 1);
            case TEXT_ARRAY -> List.of("a " + i, "b\"" + i);
        };
    }
}
