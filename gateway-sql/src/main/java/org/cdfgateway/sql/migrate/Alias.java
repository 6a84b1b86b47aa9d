package org.cdfgateway.sql.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The name behind something in FROM, and the names of its columns: {@code AS a (b, c)}.
 *
 * @param columns empty when the alias names none
 * @param end the number of the token after it
 */
record Alias(Optional<String> name, List<String> columns, int end) {

    static Alias at(StatementTokens tokens, int i, int limit) {
        boolean spelledOut = tokens.isWord(i, "as");
        int token = spelledOut ? i + 1 : i;
        boolean isName = token < limit
                && tokens.name(token).isPresent()
                && (spelledOut || !Words.AFTER_TABLE.contains(tokens.word(token)));
        int end = isName ? token + 1 : token;
        if ((!isName && !spelledOut) || !tokens.is(end, '(') || end >= limit) {
            return new Alias(isName ? tokens.name(token) : Optional.empty(), List.of(), isName ? end : i);
        }
        List<String> columns = new ArrayList<>();
        for (Span item : tokens.items(tokens.inside(end))) {
            tokens.name(item.from()).ifPresent(columns::add);
        }
        return new Alias(isName ? tokens.name(token) : Optional.empty(), columns, tokens.after(end));
    }

    /** What a relation of that shape offers under this alias. */
    Shape shape(Shape shape) {
        if (columns.isEmpty()) {
            return shape;
        }
        Shape named = Shape.named(columns);
        return shape.open() || shape.columns().size() + shape.changed().size() > columns.size()
                ? new Shape(named.columns(), named.added(), named.changed(), true)
                : named;
    }
}
