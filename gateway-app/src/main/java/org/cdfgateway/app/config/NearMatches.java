package org.cdfgateway.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody may have meant by a misspelt name. */
final class NearMatches {

    /** Edits, as a share of the name, past which two names are no longer alike. */
    private static final int LETTERS_PER_EDIT = 4;

    private NearMatches() {}

    /** The known name that takes the fewest edits, if it takes few. */
    static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> edits(name, candidate)))
                .filter(candidate -> edits(name, candidate) <= name.length() / LETTERS_PER_EDIT);
    }

    /** Levenshtein distance: insertions, deletions and replacements that turn one into the other. */
    private static int edits(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
