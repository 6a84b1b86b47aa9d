package org.cdfgateway.app.differential;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;

/** Conditions over one table: what PostgreSQL ships to the gateway, what it keeps, and mixtures of both. */
final class ConditionGenerator {
    private static final int MAX_DEPTH = 3;

    private final Choice choice;

    ConditionGenerator(Choice choice) {
        this.choice = choice;
    }

    String condition(SampledTable table, String alias) {
        return condition(table, alias, 0);
    }

    /** A literal that occurs in the column, now and then one that does not, or NULL. */
    String literal(SampledTable table, Column column) {
        if (choice.oneIn(25)) {
            return "NULL::" + column.family().sqlName();
        }
        if (choice.oneIn(10)) {
            return strange(column.family());
        }
        return choice.of(Objects.requireNonNull(table.literals().get(column.name())));
    }

    private String condition(SampledTable table, String alias, int depth) {
        if (depth < MAX_DEPTH && choice.oneIn(3)) {
            return choice.build(
                    () -> "(" + condition(table, alias, depth + 1) + " AND " + condition(table, alias, depth + 1) + ")",
                    () -> "(" + condition(table, alias, depth + 1) + " OR " + condition(table, alias, depth + 1) + ")",
                    () -> "NOT (" + condition(table, alias, depth + 1) + ")",
                    () -> "CASE WHEN " + condition(table, alias, depth + 1) + " THEN "
                            + condition(table, alias, depth + 1) + " ELSE " + condition(table, alias, depth + 1)
                            + " END");
        }
        Column column = choice.of(table.definition().columns());
        String name = alias + ".\"" + column.name() + "\"";
        return switch (column.family()) {
            case BOOLEAN ->
                choice.build(
                        () -> name,
                        () -> "NOT " + name,
                        () -> name + " IS TRUE",
                        () -> name + " IS DISTINCT FROM true");
            case JSON -> json(name);
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY ->
                array(table, column, name);
            case BIGINT, DOUBLE, REAL, TEXT, BYTEA, TIMESTAMPTZ -> ordered(table, alias, column, name);
        };
    }

    private String ordered(SampledTable table, String alias, Column column, String name) {
        String operator = choice.of("=", "<>", "<", "<=", ">", ">=", "=", "=");
        return choice.build(
                () -> name + " " + operator + " " + literal(table, column),
                () -> literal(table, column) + " " + operator + " " + name,
                () -> name + choice.of(" IS NULL", " IS NOT NULL"),
                () -> name + choice.of(" IN (", " NOT IN (") + literals(table, column) + ")",
                () -> name + choice.of(" = ANY (ARRAY[", " <> ALL (ARRAY[") + literals(table, column) + "])",
                () -> name + " BETWEEN " + literal(table, column) + " AND " + literal(table, column),
                () -> name + choice.of(" IS DISTINCT FROM ", " IS NOT DISTINCT FROM ") + literal(table, column),
                () -> "coalesce(" + name + ", " + literal(table, column) + ") " + operator + " "
                        + literal(table, column),
                () -> name + " " + operator + " " + sibling(table, alias, column),
                () -> special(column.family(), name));
    }

    private String special(ColumnType family, String name) {
        return switch (family) {
            case TEXT ->
                choice.build(
                        () -> name + " LIKE '" + choice.of("a", "P", "Pump", "2", "%a", "_1") + "%'",
                        () -> name + " ILIKE '%" + choice.of("pump", "E", "1") + "%'",
                        () -> "starts_with(" + name + ", '" + choice.of("P", "a", "") + "')",
                        () -> "length(" + name + ") > " + choice.number(0, 30),
                        () -> "upper(" + name + ") = " + name,
                        () -> name + " ~ '[0-9]" + choice.of("", "+$", "{2}") + "'");
            case TIMESTAMPTZ ->
                choice.build(
                        () -> name + " < now()",
                        () -> "extract(hour FROM " + name + " AT TIME ZONE 'UTC') < " + choice.number(0, 24),
                        () -> "date_trunc('month', " + name + ", 'UTC') = " + name,
                        () -> name + "::date > DATE '2025-0" + choice.number(1, 10) + "-01'",
                        () -> name + " > " + choice.of("'infinity'", "'-infinity'") + "::timestamptz");
            case BIGINT ->
                choice.build(
                        () -> name + " % " + choice.number(2, 9) + " = 1",
                        () -> name + " > " + choice.number(0, 1000) + "::int",
                        () -> name + "::float8 > " + choice.number(0, 1000) + ".5",
                        () -> name + "::text LIKE '" + choice.number(1, 10) + "%'");
            case DOUBLE, REAL ->
                choice.build(
                        () -> name + " > " + choice.number(-10, 100),
                        () -> name + " = 'NaN'::float8",
                        () -> "round(" + name + "::numeric, 1) = " + choice.number(0, 100),
                        () -> name + " < '-Infinity'::float8");
            case BOOLEAN, BYTEA, JSON, BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY ->
                name + " IS NULL";
        };
    }

    private String sibling(SampledTable table, String alias, Column column) {
        List<Column> same = table.definition().columns().stream()
                .filter(other -> other.family() == column.family())
                .toList();
        return alias + ".\"" + choice.of(same).name() + "\"";
    }

    private String json(String name) {
        return choice.build(
                () -> name + " IS NULL",
                () -> name + "->>'" + choice.of("manufacturer", "criticality", "nothing") + "' IS NOT NULL",
                () -> name + "->>'" + choice.of("manufacturer", "criticality") + "' > 'M'",
                () -> "length(" + name + "::text) > " + choice.number(0, 200),
                () -> name + "::jsonb ? '" + choice.of("manufacturer", "x") + "'");
    }

    private String array(SampledTable table, Column column, String name) {
        return choice.build(
                () -> name + " && " + literal(table, column),
                () -> name + " @> " + literal(table, column),
                () -> name + " = " + literal(table, column),
                () -> "cardinality(" + name + ") > 0",
                () -> name + " IS NULL");
    }

    private String literals(SampledTable table, Column column) {
        return IntStream.range(0, choice.number(1, 6))
                .mapToObj(i -> literal(table, column))
                .collect(Collectors.joining(", "));
    }

    private String strange(ColumnType family) {
        return switch (family) {
            case BOOLEAN -> "false";
            case BIGINT -> choice.of("0", "-1", "9223372036854775807", "9007199254740993", "7::smallint", "70000::int");
            case DOUBLE, REAL -> choice.of("'NaN'::float8", "'Infinity'::float8", "0", "-0.0::float8", "1::float4");
            case TEXT -> choice.of("''", "'é'", "U&'\\+01F600'", "E'a\\'b\\\\'", "U&'\\FFFD'");
            case TIMESTAMPTZ ->
                choice.of(
                        "'infinity'::timestamptz",
                        "'1969-12-31 23:59:59.9995+00'::timestamptz",
                        "'0044-03-15 12:00:00+00 BC'::timestamptz",
                        "'2025-06-01 00:00:00.000001+02'::timestamptz");
            case JSON -> "'{}'::json";
            case BYTEA -> "'\\\\x00ff'::bytea";
            case BOOLEAN_ARRAY -> "'{t,NULL}'::boolean[]";
            case DOUBLE_ARRAY -> "'{NaN,0.5}'::float8[]";
            case REAL_ARRAY -> "'{0.1}'::real[]";
            case JSON_ARRAY -> "'{}'::json[]";
            case BIGINT_ARRAY -> choice.of("'{}'::bigint[]", "'{1,2}'::bigint[]");
            case TEXT_ARRAY -> choice.of("'{}'::text[]", "'{a,\"b c\"}'::text[]");
        };
    }
}
