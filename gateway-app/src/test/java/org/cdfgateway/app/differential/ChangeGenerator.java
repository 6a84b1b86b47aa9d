package org.cdfgateway.app.differential;

import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;

/** One UPDATE or DELETE; the same seed and samples give the same statement, whatever the table is called. */
final class ChangeGenerator {
    private static final String ALIAS = "t";

    private final Choice choice;
    private final ConditionGenerator conditions;
    private final SampledTable table;
    private final String name;

    /** @param naming what the table is called */
    ChangeGenerator(long seed, SampledTable table, UnaryOperator<String> naming) {
        this.choice = new Choice(seed);
        this.conditions = new ConditionGenerator(choice);
        this.table = table;
        this.name = naming.apply(table.name());
    }

    String next() {
        return choice.oneIn(8) ? delete() : update();
    }

    private String delete() {
        return "DELETE FROM " + name + " " + ALIAS + " WHERE " + fewKeys() + " AND " + condition();
    }

    private String update() {
        TreeMap<String, String> assignments = new TreeMap<>();
        for (int i = choice.number(1, 4); i > 0; i--) {
            Column column = choice.of(changeable());
            assignments.put(column.name(), value(column));
        }
        StringBuilder set = new StringBuilder();
        assignments.forEach((column, value) -> set.append(set.isEmpty() ? "" : ", ")
                .append(column)
                .append(" = ")
                .append(value));
        return "UPDATE " + name + " " + ALIAS + " SET " + set + from() + " WHERE " + where();
    }

    /** A second table makes postgres_fdw change rows one by one. */
    private String from() {
        return choice.oneIn(4) ? " FROM (SELECT 1 AS one) o" : "";
    }

    private String where() {
        return choice.build(
                this::condition,
                this::fewKeys,
                () -> fewKeys() + " AND " + condition(),
                () -> condition() + " AND " + ALIAS + ".id IN (SELECT id FROM " + name + " WHERE id % 3 = 0)",
                () -> condition() + " AND now() > '2020-01-01'");
    }

    private String condition() {
        return conditions.condition(table, ALIAS);
    }

    private String fewKeys() {
        Column key = table.definition().column(choice.of("id", "external_id"));
        String first = conditions.literal(table, key);
        return choice.build(
                () -> ALIAS + "." + key.name() + " = " + first,
                () -> ALIAS + "." + key.name() + " IN (" + first + ", " + conditions.literal(table, key) + ", "
                        + conditions.literal(table, key) + ")");
    }

    /** Texts, whose values CDF takes as they are; the others have rules of their own. */
    private List<Column> changeable() {
        return table.definition().columns().stream()
                .filter(column -> column.writeRule().updatable()
                        && (column.family() == ColumnType.TEXT || column.family() == ColumnType.JSON)
                        && !column.name().equals("external_id"))
                .toList();
    }

    /** CDF's metadata has texts only, and is an empty object once it has been cleared: neither is tried. */
    private String value(Column column) {
        if (column.family() == ColumnType.JSON) {
            return choice.build(
                    () -> "json_build_object('k', coalesce(" + text() + ", ''))",
                    () -> "'{\"a\": \"b\"}'",
                    () -> "coalesce(" + ALIAS + "." + column.name() + ", '{\"c\": \"\"}')");
        }
        return choice.build(
                this::text,
                this::text,
                () -> "NULL",
                () -> conditions.literal(table, column),
                () -> "CASE WHEN " + condition() + " THEN " + text() + " ELSE " + ALIAS + "." + column.name() + " END");
    }

    private String text() {
        Column source = choice.of(changeable());
        String value = ALIAS + "." + source.name() + (source.family() == ColumnType.JSON ? " ->> 'a'" : "");
        return choice.build(
                () -> "upper(" + value + ")",
                () -> "left(md5(coalesce(" + value + ", '')), 9)",
                () -> "coalesce(" + value + ", 'none') || '-' || length(coalesce(" + value + ", ''))",
                () -> "(" + ALIAS + ".id % 7)::text",
                () -> "substr(" + value + ", 2, 5)",
                () -> "rtrim(" + value + ")");
    }
}
