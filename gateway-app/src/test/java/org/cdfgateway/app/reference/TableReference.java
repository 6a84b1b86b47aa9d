package org.cdfgateway.app.reference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.InsertMode;
import org.cdfgateway.domain.table.Key;
import org.cdfgateway.domain.table.Pushable;
import org.cdfgateway.domain.table.Refusal;
import org.cdfgateway.domain.table.RowChange;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.WriteRule;

/** The tables as Markdown, from their definitions. */
final class TableReference {

    private TableReference() {}

    static String markdown(List<TableDefinition> tables) {
        String overview = tables.stream()
                .map(table -> "| [`" + table.name() + "`](#" + table.name() + ") | " + table.comment() + " | "
                        + statements(table) + " |\n")
                .collect(Collectors.joining("", "\n| Table | Rows are | Statements |\n| --- | --- | --- |\n", ""));
        return overview + tables.stream().map(TableReference::section).collect(Collectors.joining());
    }

    private static String statements(TableDefinition table) {
        StringBuilder statements = new StringBuilder("SELECT");
        for (RowChange change : RowChange.values()) {
            if (table.refusal(change).isEmpty()) {
                statements.append(", ").append(change);
            }
        }
        return statements.toString();
    }

    private static String section(TableDefinition table) {
        return "\n## " + table.name() + "\n\n" + table.comment() + ". " + keys(table) + "\n\n" + columns(table) + "\n"
                + Arrays.stream(RowChange.values())
                        .map(change -> "- " + statement(table, change) + "\n")
                        .collect(Collectors.joining())
                + "\n```sql\n" + table.example() + ";\n```\n";
    }

    private static String keys(TableDefinition table) {
        return table.keys().isEmpty()
                ? "Nothing tells its rows apart."
                : "A row is told apart by "
                        + table.keys().stream().map(TableReference::key).collect(Collectors.joining(", or by ")) + ".";
    }

    private static String key(Key key) {
        return key.columns().stream().map(column -> "`" + column.name() + "`").collect(Collectors.joining(" and "));
    }

    private static String columns(TableDefinition table) {
        return table.columns().stream().map(TableReference::row).collect(Collectors.joining("", """
                        | Column | Type | Meaning | CDF field | Written | CDF answers |
                        | --- | --- | --- | --- | --- | --- |
                        """, ""));
    }

    private static String row(Column column) {
        return "| `" + column.name() + "` | " + column.type().ddl() + " | " + column.comment() + " | `"
                + column.cdfField() + "` | " + written(column.writeRule()) + " | " + answers(column) + " |\n";
    }

    private static String written(WriteRule rule) {
        return switch (rule) {
            case READ_ONLY -> "";
            case WRITABLE -> "yes";
            case REQUIRED -> "yes, never null";
            case DEFAULTED -> "yes, null is CDF's default";
            case FIXED -> "by INSERT only";
            case FIXED_REQUIRED -> "by INSERT only, never null";
        };
    }

    private static String answers(Column column) {
        return Arrays.stream(Pushable.values())
                .filter(column::answers)
                .map(TableReference::answer)
                .collect(Collectors.joining(", "));
    }

    private static String answer(Pushable pushable) {
        return switch (pushable) {
            case LOOKUP -> "by key";
            case EQUALITY -> "`=` `IN`";
            case RANGE -> "`<` `<=` `>` `>=`";
            case NULL_TEST -> "`IS NULL`";
            case PARENT -> "by parent";
        };
    }

    private static String statement(TableDefinition table, RowChange change) {
        return table.refusal(change).map(refusal -> refused(change, refusal)).orElseGet(() -> possible(table, change));
    }

    private static String refused(RowChange change, Refusal refusal) {
        return "**" + name(change) + "** is refused: " + refusal.reason() + "."
                + (refusal.hint().isBlank() ? "" : " " + refusal.hint());
    }

    private static String possible(TableDefinition table, RowChange change) {
        return "**" + name(change) + "** "
                + switch (change) {
                    case INSERT ->
                        table.insertMode() == InsertMode.UPSERT
                                ? "replaces a row with the same key."
                                : hasChosenKey(table)
                                        ? "fails when CDF has a row with the same key."
                                        : "adds a row each time.";
                    case UPDATE -> "sets the columns that are written" + exceptForInsertOnly(table) + ".";
                    case DELETE -> "deletes rows by key, or those that a read has found.";
                };
    }

    /** Whether INSERT can give all columns of a key. */
    private static boolean hasChosenKey(TableDefinition table) {
        return table.keys().stream()
                .anyMatch(key -> key.columns().stream()
                        .allMatch(column -> column.writeRule().insertable()));
    }

    private static String exceptForInsertOnly(TableDefinition table) {
        boolean some = table.columns().stream()
                .anyMatch(column ->
                        column.writeRule().insertable() && !column.writeRule().updatable());
        return some ? ", but not those by INSERT only" : "";
    }

    private static String name(RowChange change) {
        return change == RowChange.INSERT ? "INSERT, COPY FROM" : change.name();
    }
}
