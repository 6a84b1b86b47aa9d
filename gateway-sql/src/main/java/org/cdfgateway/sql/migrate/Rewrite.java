package org.cdfgateway.sql.migrate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.cdfgateway.sql.edit.Edit;

/**
 * What one walk over a statement wants changed. A walk may find that a table must keep its old column names, because the
 * statement uses it in a way that has no 2.0 spelling; then another walk follows that knows so.
 */
final class Rewrite {
    private final Set<Integer> underOldNames;
    private final Set<Integer> wanted = new HashSet<>();
    private final TreeMap<Integer, Edit> replacements = new TreeMap<>();
    private final TreeMap<Integer, String> insertions = new TreeMap<>();
    private final TreeMap<Integer, Remark> remarks = new TreeMap<>();

    /** @param underOldNames the first tokens of table names, as {@link TableReference#token()} */
    Rewrite(Set<Integer> underOldNames) {
        this.underOldNames = Set.copyOf(underOldNames);
    }

    void replace(int start, int end, String text) {
        replacements.putIfAbsent(start, new Edit(start, end, text));
    }

    /** Puts a text before what stands at the position, replaced or not. */
    void insert(int position, String text) {
        insertions.merge(position, text, String::concat);
    }

    void remark(int position, Remark remark) {
        remarks.putIfAbsent(position, remark);
    }

    /** Whether the table whose name begins with this token stands behind a subquery with its old column names. */
    boolean keepsOldNames(int token) {
        return underOldNames.contains(token);
    }

    void keepOldNames(TableReference table) {
        wanted.add(table.token());
    }

    /** The tables of which this walk found that they must keep their old names, and those known before. */
    Set<Integer> allUnderOldNames() {
        Set<Integer> all = new HashSet<>(underOldNames);
        all.addAll(wanted);
        return all;
    }

    boolean isFinal() {
        return underOldNames.containsAll(wanted);
    }

    List<Edit> edits() {
        TreeMap<Integer, Edit> edits = new TreeMap<>(replacements);
        insertions.forEach((position, text) -> edits.merge(
                position,
                new Edit(position, position, text),
                (replacement, insertion) -> new Edit(position, replacement.end(), text + replacement.replacement())));
        return List.copyOf(edits.values());
    }

    List<Finding> findings(String text) {
        return remarks.entrySet().stream()
                .map(entry -> Finding.at(text, entry.getKey(), entry.getValue()))
                .toList();
    }
}
