package org.cdfgateway.sql.pushdown;

import java.util.List;
import java.util.Random;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.sql.remote.statement.Conditions;
import org.jspecify.annotations.Nullable;

/** Random conditions in postgres_fdw's spelling, and rows that hit them often. */
final class GeneratedConditions {
    private static final int MAX_DEPTH = 4;

    private final Random random;

    GeneratedConditions(Random random) {
        this.random = random;
    }

    String condition() {
        return condition(0);
    }

    Row row() {
        return Conditions.aThing()
                .with("id", pickOrNull(1L, 2L, 3L))
                .with("parent_id", pickOrNull(1L, 2L, 3L))
                .with("name", pickOrNull("a", "b", "é"))
                .with("is_string", pickOrNull(true, false))
                .with("value", pickOrNull(1.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY))
                .with("timestamp", pickOrNull(0L, 1L, Long.MAX_VALUE))
                .with("asset_ids", pickOrNull(List.of(1L), List.of(), List.of(2L, 3L)))
                .row();
    }

    private String condition(int depth) {
        return switch (random.nextInt(depth > MAX_DEPTH ? 6 : 10)) {
            case 0 -> "(" + number() + operator() + number() + ")";
            case 1 -> "(name" + operator() + pick("'a'", "'b'", "NULL::text") + ")";
            case 2 -> "(value" + operator() + pick("0", "'NaN'", "1::double precision", "id") + ")";
            case 3 -> "(\"timestamp\"" + operator() + pick("'1970-01-01 00:00:00+00'", "'infinity'") + ")";
            case 4 -> "(" + number() + operator() + pick("ANY", "ALL") + " (" + list() + "))";
            case 5 ->
                pick(
                        "is_string",
                        "(id IS NULL)",
                        "(name IS NOT NULL)",
                        "(id IS DISTINCT FROM 2)",
                        "(name IS DISTINCT FROM NULL::text)",
                        "(id IS DISTINCT FROM parent_id)",
                        "(name ^@ 'a')",
                        "true",
                        "NULL::boolean");
            case 6 -> "(" + condition(depth + 1) + " AND " + condition(depth + 1) + ")";
            case 7 -> "(" + condition(depth + 1) + " OR " + condition(depth + 1) + ")";
            case 8 -> "(NOT " + condition(depth + 1) + ")";
            default ->
                pick(
                        "(" + condition(depth + 1) + " IS NULL)",
                        "(" + condition(depth + 1) + " = " + condition(depth + 1) + ")",
                        "(" + condition(depth + 1) + " IS DISTINCT FROM is_string)",
                        "(CASE WHEN " + condition(depth + 1) + " THEN is_string ELSE " + condition(depth + 1)
                                + " END)");
        };
    }

    private String number() {
        return pick("id", "parent_id", "id", "1", "2", "NULL::bigint", "(asset_ids[1])");
    }

    private String list() {
        return pick("'{1,2}'::bigint[]", "'{}'::bigint[]", "'{3,NULL}'::bigint[]", "asset_ids", "ARRAY[parent_id, 2]");
    }

    private String operator() {
        return pick(" = ", " <> ", " < ", " <= ", " > ", " >= ");
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private @Nullable Object pickOrNull(Object... choices) {
        int choice = random.nextInt(choices.length + 1);
        return choice == choices.length ? null : choices[choice];
    }
}
