package org.cdfgateway.app.differential;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.TableDefinition;

/**
 * SELECTs whose result does not depend on the order of the input: every LIMIT has a total order, floating point is not
 * summed. The same seed gives the same statement; {@code naming} turns a table's name into what stands in the text.
 */
final class StatementGenerator {

    /** Columns that two tables can be joined by. */
    private record Link(String left, String leftColumn, String right, String rightColumn) {}

    private static final List<Link> LINKS = List.of(
            new Link("assets", "id", "assets", "parent_id"),
            new Link("assets", "id", "time_series", "asset_id"),
            new Link("assets", "data_set_id", "events", "data_set_id"),
            new Link("assets", "external_id", "assets", "parent_external_id"),
            new Link("time_series", "name", "assets", "name"),
            new Link("events", "external_id", "events", "external_id"),
            new Link("raw_tables", "_raw_table", "raw_rows", "_raw_table"),
            new Link("time_series", "id", "double_datapoints", "id"));

    private final Choice choice;
    private final ConditionGenerator conditions;
    private final List<SampledTable> tables;
    private final List<Link> links;
    private final UnaryOperator<String> naming;

    StatementGenerator(long seed, List<SampledTable> tables, UnaryOperator<String> naming) {
        this.choice = new Choice(seed);
        this.conditions = new ConditionGenerator(choice);
        this.tables = tables;
        this.links = LINKS.stream()
                .filter(link -> isThere(link.left()) && isThere(link.right()))
                .toList();
        this.naming = naming;
    }

    String next() {
        return links.isEmpty() ? ofOneTable() : ofAllKinds();
    }

    private String ofOneTable() {
        return choice.build(
                this::plain,
                this::plain,
                this::aggregate,
                this::window,
                this::setOperation,
                this::cte,
                this::distinct,
                this::limited);
    }

    private String ofAllKinds() {
        return choice.build(
                this::plain,
                this::plain,
                this::aggregate,
                this::join,
                this::join,
                this::window,
                this::setOperation,
                this::cte,
                this::distinct,
                this::subquery,
                this::limited);
    }

    private String plain() {
        SampledTable table = choice.of(tables);
        return "SELECT " + columns(table, "t") + from(table, "t") + where(table, "t");
    }

    private String limited() {
        SampledTable table = choice.of(tables);
        String all = names(table, "t");
        return "SELECT " + columns(table, "t") + from(table, "t") + where(table, "t") + " ORDER BY " + all + " LIMIT "
                + choice.number(0, 20) + (choice.oneIn(2) ? " OFFSET " + choice.number(0, 20) : "");
    }

    private String aggregate() {
        SampledTable table = choice.of(tables);
        String group = "t.\"" + choice.of(comparable(table)).name() + "\"";
        String measured = "t.\"" + choice.of(ordered(table)).name() + "\"";
        return "SELECT " + group + ", count(*), count(" + measured + "), min(" + measured + "), max(" + measured
                + "), count(DISTINCT " + measured + ")" + from(table, "t") + where(table, "t") + " GROUP BY " + group
                + (choice.oneIn(2) ? " HAVING count(*) > " + choice.number(0, 5) : "");
    }

    private String join() {
        Link link = choice.of(links);
        SampledTable left = table(link.left());
        SampledTable right = table(link.right());
        return "SELECT " + columns(left, "l") + ", " + columns(right, "r") + from(left, "l")
                + choice.of(" JOIN ", " LEFT JOIN ", " RIGHT JOIN ", " FULL JOIN ") + naming.apply(right.name())
                + " r ON l.\"" + link.leftColumn() + "\" = r.\"" + link.rightColumn() + "\" WHERE "
                + conditions.condition(left, "l")
                + (choice.oneIn(2) ? " AND " + conditions.condition(right, "r") : "");
    }

    private String window() {
        SampledTable table = choice.of(tables);
        String all = names(table, "t");
        String partition = "t.\"" + choice.of(comparable(table)).name() + "\"";
        String measured = "t.\"" + choice.of(ordered(table)).name() + "\"";
        return "SELECT " + columns(table, "t") + ", row_number() OVER (PARTITION BY " + partition + " ORDER BY " + all
                + "), lag(" + measured + ") OVER (ORDER BY " + all + "), count(*) OVER (PARTITION BY " + partition + ")"
                + from(table, "t") + where(table, "t");
    }

    private String setOperation() {
        SampledTable table = choice.of(tables);
        String column = "t.\"" + choice.of(ordered(table)).name() + "\"";
        String half = "SELECT " + column + from(table, "t");
        return half
                + where(table, "t")
                + choice.of(" UNION ", " UNION ALL ", " INTERSECT ", " EXCEPT ALL ", " EXCEPT ")
                + half
                + where(table, "t");
    }

    private String cte() {
        if (choice.oneIn(3) && isThere("assets")) {
            String assets = naming.apply("assets");
            return "WITH RECURSIVE tree(id, name, depth) AS (SELECT id, name, 0 FROM " + assets
                    + " WHERE parent_id IS NULL UNION ALL SELECT a.id, a.name, tree.depth + 1 FROM " + assets
                    + " a JOIN tree ON a.parent_id = tree.id) SELECT depth, count(*), min(name) FROM tree GROUP BY depth";
        }
        SampledTable table = choice.of(tables);
        return "WITH x AS " + choice.of("", "MATERIALIZED ", "NOT MATERIALIZED ") + "(SELECT *" + from(table, "t")
                + where(table, "t") + ") SELECT " + columns(table, "x") + " FROM x WHERE "
                + conditions.condition(table, "x");
    }

    private String distinct() {
        SampledTable table = choice.of(tables);
        String column = "t.\"" + choice.of(comparable(table)).name() + "\"";
        if (choice.oneIn(2)) {
            return "SELECT DISTINCT " + column + from(table, "t") + where(table, "t");
        }
        return "SELECT DISTINCT ON (" + column + ") " + columns(table, "t") + from(table, "t") + where(table, "t")
                + " ORDER BY " + column + ", " + names(table, "t");
    }

    private String subquery() {
        Link link = choice.of(links);
        SampledTable left = table(link.left());
        SampledTable right = table(link.right());
        String inner = "SELECT r.\"" + link.rightColumn() + "\"" + from(right, "r") + " WHERE "
                + conditions.condition(right, "r");
        String key = "l.\"" + link.leftColumn() + "\"";
        return "SELECT " + columns(left, "l") + from(left, "l") + " WHERE "
                + choice.of(
                        key + " IN (" + inner + ")",
                        "EXISTS (" + inner + " AND r.\"" + link.rightColumn() + "\" = " + key + ")",
                        "NOT EXISTS (" + inner + " AND r.\"" + link.rightColumn() + "\" = " + key + ")")
                + " AND " + conditions.condition(left, "l");
    }

    private String from(SampledTable table, String alias) {
        return " FROM " + naming.apply(table.name()) + " " + alias;
    }

    private String where(SampledTable table, String alias) {
        return choice.oneIn(10) ? "" : " WHERE " + conditions.condition(table, alias);
    }

    private String columns(SampledTable table, String alias) {
        if (choice.oneIn(5)) {
            return alias + ".*";
        }
        return choice.of(table.definition().columns()).name().transform(name -> alias + ".\"" + name + "\"") + ", "
                + alias + ".\"" + choice.of(table.definition().columns()).name() + "\"";
    }

    /** All columns that have an order, so that equal rows are all that a tie can be between. */
    private static String names(SampledTable table, String alias) {
        return table.definition().columns().stream()
                .map(column ->
                        alias + ".\"" + column.name() + "\"" + (column.family() == ColumnType.JSON ? "::text" : ""))
                .collect(Collectors.joining(", "));
    }

    private boolean isThere(String name) {
        return tables.stream().anyMatch(table -> table.name().equals(name));
    }

    private SampledTable table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Column> comparable(SampledTable table) {
        return columnsOf(table.definition(), List.of(ColumnType.JSON));
    }

    private static List<Column> ordered(SampledTable table) {
        return columnsOf(table.definition(), List.of(ColumnType.JSON, ColumnType.BOOLEAN));
    }

    private static List<Column> columnsOf(TableDefinition definition, List<ColumnType> without) {
        return definition.columns().stream()
                .filter(column -> !without.contains(column.family()))
                .toList();
    }
}
