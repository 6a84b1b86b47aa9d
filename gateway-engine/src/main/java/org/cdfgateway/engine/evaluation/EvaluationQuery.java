package org.cdfgateway.engine.evaluation;

import static org.cdfgateway.engine.provisioning.SqlText.identifier;
import static org.cdfgateway.engine.provisioning.SqlText.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cdfgateway.domain.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * The query that computes expressions over rows, which come as one array of texts for each column:
 *
 * <pre>
 * SELECT (upper(name))::text
 * FROM (SELECT "#1"::character varying AS "name", "#" FROM unnest('{"a","b"}'::text[]) WITH ORDINALITY AS v("#1", "#")) r
 * ORDER BY "#"
 * </pre>
 */
final class EvaluationQuery {

    private EvaluationQuery() {}

    static String of(List<String> expressions, List<Column> columns, List<List<@Nullable String>> rows) {
        String results = expressions.stream()
                .map(expression -> "(" + expression + ")::text")
                .collect(Collectors.joining(", "));
        return "SELECT " + results + " FROM (" + (columns.isEmpty() ? numbers(rows.size()) : values(columns, rows))
                + ") r ORDER BY \"#\"";
    }

    private static String numbers(int rows) {
        return "SELECT \"#\" FROM generate_series(1, " + rows + ") AS v(\"#\")";
    }

    private static String values(List<Column> columns, List<List<@Nullable String>> rows) {
        List<Integer> positions = IntStream.range(0, columns.size()).boxed().toList();
        String casts = positions.stream()
                .map(i -> name(i) + "::" + columns.get(i).type().ddlWithoutLength() + " AS "
                        + identifier(columns.get(i).name()))
                .collect(Collectors.joining(", "));
        String arrays = positions.stream().map(i -> array(rows, i)).collect(Collectors.joining(", "));
        String names = positions.stream().map(EvaluationQuery::name).collect(Collectors.joining(", "));
        return "SELECT " + casts + ", \"#\" FROM unnest(" + arrays + ") WITH ORDINALITY AS v(" + names + ", \"#\")";
    }

    private static String name(int position) {
        return "\"#" + (position + 1) + "\"";
    }

    private static String array(List<List<@Nullable String>> rows, int position) {
        List<String> elements = new ArrayList<>(rows.size());
        for (List<@Nullable String> row : rows) {
            String value = row.get(position);
            elements.add(
                    value == null ? "NULL" : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        }
        return literal("{" + String.join(",", elements) + "}") + "::text[]";
    }
}
