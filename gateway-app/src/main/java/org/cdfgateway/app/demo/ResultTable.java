package org.cdfgateway.app.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as psql shows them:
 *
 * <pre>
 *  id | name
 * ----+-------
 *   1 | pump
 * (1 row)
 * </pre>
 */
final class ResultTable {

    private final List<Heading> headings;
    private final List<List<@Nullable String>> rows;

    /** @param rows each with one text per heading, null for NULL, which is shown as nothing */
    ResultTable(List<Heading> headings, List<List<@Nullable String>> rows) {
        this.headings = List.copyOf(headings);
        this.rows = rows;
    }

    /** Where the values of a column stand. */
    enum Alignment {
        LEFT,
        RIGHT
    }

    record Heading(String name, Alignment alignment) {}

    void print(PrintWriter out) {
        int[] widths = widths();
        List<String> names = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            names.add(centered(headings.get(column).name(), widths[column]));
            lines.add("-".repeat(widths[column] + 2));
        }
        out.println(" " + String.join(" | ", names).stripTrailing());
        out.println(String.join("+", lines));
        rows.forEach(row -> out.println(line(row, widths)));
        out.println(rows.size() == 1 ? "(1 row)" : "(" + rows.size() + " rows)");
    }

    private int[] widths() {
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = length(headings.get(column).name());
            for (List<@Nullable String> row : rows) {
                widths[column] = Math.max(widths[column], length(shown(row.get(column))));
            }
        }
        return widths;
    }

    private String line(List<@Nullable String> row, int[] widths) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            String text = shown(row.get(column));
            String padding = " ".repeat(widths[column] - length(text));
            cells.add(headings.get(column).alignment() == Alignment.RIGHT ? padding + text : text + padding);
        }
        return (" " + String.join(" | ", cells)).stripTrailing();
    }

    private static String centered(String text, int width) {
        int spare = width - length(text);
        return " ".repeat(spare / 2) + text + " ".repeat(spare - spare / 2);
    }

    private static String shown(@Nullable String value) {
        return value == null ? "" : value.replace("\n", "\\n").replace("\t", "\\t");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
