package org.cdfgateway.sql.edit;

import java.util.Comparator;
import java.util.List;

/**
 * Replaces the characters from {@code start} to before {@code end}.
 *
 * @param start 0 or more
 * @param end {@code start} or more; the same inserts
 */
public record Edit(int start, int end, String replacement) {

    public Edit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("edit from " + start + " to " + end + " (expected: 0 <= start <= end)");
        }
    }

    /**
     * Applies edits that do not overlap, in any order.
     *
     * @return the same instance when there are none
     * @throws IllegalArgumentException when two overlap or one reaches beyond the text
     */
    public static String apply(String text, List<Edit> edits) {
        if (edits.isEmpty()) {
            return text;
        }
        List<Edit> rightToLeft = edits.stream()
                .sorted(Comparator.comparingInt(Edit::start).reversed())
                .toList();
        StringBuilder edited = new StringBuilder(text);
        int bound = text.length();
        for (Edit edit : rightToLeft) {
            if (edit.end > bound) {
                throw new IllegalArgumentException("edit to " + edit.end + " (expected: at most " + bound + ")");
            }
            edited.replace(edit.start, edit.end, edit.replacement);
            bound = edit.start;
        }
        return edited.toString();
    }
}
