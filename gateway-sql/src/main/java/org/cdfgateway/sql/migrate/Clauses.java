package org.cdfgateway.sql.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the clauses of one SELECT, or of the rest of an UPDATE or DELETE, begin and end.
 *
 * @param head what stands before the first clause
 */
record Clauses(Span head, List<Clause> clauses) {

    /**
     * @param word what it begins with
     * @param span what follows, BY left out
     */
    record Clause(String word, Span span) {}

    private static final Set<String> ALWAYS =
            Set.of("into", "where", "having", "window", "limit", "offset", "returning");
    private static final Set<String> LOCKS = Set.of("update", "no", "share", "key");

    static Clauses of(StatementTokens tokens, Span span) {
        List<Integer> starts = new ArrayList<>();
        for (int i = span.from(); i < span.to(); i = tokens.after(i)) {
            if (begins(tokens, i)) {
                starts.add(i);
            }
        }
        List<Clause> clauses = new ArrayList<>();
        for (int n = 0; n < starts.size(); n++) {
            int start = starts.get(n);
            int end = n + 1 < starts.size() ? starts.get(n + 1) : span.to();
            int content = tokens.isWord(start + 1, "by") ? start + 2 : start + 1;
            clauses.add(new Clause(tokens.word(start), new Span(content, end)));
        }
        return new Clauses(new Span(span.from(), starts.isEmpty() ? span.to() : starts.get(0)), clauses);
    }

    private static boolean begins(StatementTokens tokens, int i) {
        if (tokens.is(i - 1, '.') || tokens.isWord(i - 1, "as")) {
            return false;
        }
        String word = tokens.word(i);
        return switch (word) {
            case "from" -> !isDistinctFrom(tokens, i);
            case "group", "order" -> tokens.isWord(i + 1, "by");
            case "for" -> LOCKS.contains(tokens.word(i + 1));
            case "fetch" -> Set.of("first", "next").contains(tokens.word(i + 1));
            default -> ALWAYS.contains(word);
        };
    }

    private static boolean isDistinctFrom(StatementTokens tokens, int i) {
        return tokens.isWord(i - 1, "distinct") && Set.of("is", "not").contains(tokens.word(i - 2));
    }

    Optional<Span> clause(String word) {
        return clauses.stream()
                .filter(clause -> clause.word().equals(word))
                .map(Clause::span)
                .findFirst();
    }
}
