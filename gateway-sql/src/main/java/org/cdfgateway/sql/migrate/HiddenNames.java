package org.cdfgateway.sql.migrate;

import java.util.HashSet;
import java.util.Set;

/** Names of tables and views that a script makes itself; from then on they do not mean 1.0's tables. */
final class HiddenNames {
    private static final Set<String> RELATIONS = Set.of("table", "view");
    private static final Set<String> BEFORE_NAME = Set.of("if", "not", "exists");
    private static final int LONGEST_HEAD = 7;

    private final Set<String> names = new HashSet<>();

    Set<String> names() {
        return Set.copyOf(names);
    }

    void observe(StatementTokens tokens) {
        boolean creates = tokens.isWord(0, "create");
        if (!creates && !tokens.isWord(0, "drop")) {
            return;
        }
        for (int i = 1; i < LONGEST_HEAD; i++) {
            if (RELATIONS.contains(tokens.word(i))) {
                int name = i + 1;
                while (BEFORE_NAME.contains(tokens.word(name))) {
                    name++;
                }
                tokens.name(name).ifPresent(creates ? names::add : names::remove);
                return;
            }
        }
    }
}
