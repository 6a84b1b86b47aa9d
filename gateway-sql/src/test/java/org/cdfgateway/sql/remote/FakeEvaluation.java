package org.cdfgateway.sql.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cdfgateway.domain.port.outbound.RowEvaluation;
import org.cdfgateway.domain.table.Column;
import org.jspecify.annotations.Nullable;

/** Knows the expressions it has been taught, and remembers how many rows it was asked for. */
final class FakeEvaluation implements RowEvaluation {
    private final Map<String, Function<Map<String, @Nullable String>, @Nullable String>> expressions = new HashMap<>();
    private final List<Integer> asked = new ArrayList<>();

    /** @param value from the texts of the columns by name */
    void teach(String expression, Function<Map<String, @Nullable String>, @Nullable String> value) {
        expressions.put(expression, value);
    }

    List<Integer> asked() {
        return asked;
    }

    @Override
    public List<List<@Nullable String>> evaluate(
            List<String> sql, List<Column> columns, List<List<@Nullable String>> rows) {
        asked.add(rows.size());
        List<List<@Nullable String>> results = new ArrayList<>();
        for (List<@Nullable String> row : rows) {
            Map<String, @Nullable String> byName = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                byName.put(columns.get(i).name(), row.get(i));
            }
            List<@Nullable String> values = new ArrayList<>();
            for (String expression : sql) {
                values.add(taught(expression).apply(byName));
            }
            results.add(values);
        }
        return results;
    }

    private Function<Map<String, @Nullable String>, @Nullable String> taught(String expression) {
        Function<Map<String, @Nullable String>, @Nullable String> value = expressions.get(expression);
        if (value == null) {
            throw new IllegalArgumentException("nobody taught " + expression);
        }
        return value;
    }
}
