package org.cdfgateway.sql.migrate;

import java.util.Optional;
import org.cdfgateway.sql.lex.TokenKind;

/** How the columns of a query come to their names (manual, section 7.3.2). */
final class OutputNames {
    private final StatementTokens tokens;

    OutputNames(StatementTokens tokens) {
        this.tokens = tokens;
    }

    /** The token that is the item's alias, with AS before it or not. */
    Optional<Integer> alias(Span item) {
        int last = item.to() - 1;
        if (last <= item.from() || tokens.name(last).isEmpty()) {
            return Optional.empty();
        }
        if (tokens.isWord(last - 1, "as")) {
            return Optional.of(last);
        }
        boolean isAlias =
                endsOperand(last - 1) && !Words.NO_ALIAS.contains(tokens.word(last)) && !isPartOfType(item, last);
        return isAlias ? Optional.of(last) : Optional.empty();
    }

    private boolean endsOperand(int i) {
        return switch (tokens.at(i).kind()) {
            case WORD -> !Words.BEFORE_OPERAND.contains(tokens.word(i));
            case PUNCTUATION -> tokens.is(i, ')') || tokens.is(i, ']');
            case OPERATOR, TYPE_CAST, UNTERMINATED, END -> false;
            case QUOTED_IDENTIFIER,
                    UNICODE_IDENTIFIER,
                    STRING,
                    ESCAPE_STRING,
                    UNICODE_STRING,
                    DOLLAR_STRING,
                    PARAMETER,
                    NUMBER -> true;
        };
    }

    private boolean isPartOfType(Span item, int token) {
        for (int i = item.from(); i < token; i++) {
            if (tokens.at(i).kind() == TokenKind.TYPE_CAST && TypeNames.end(tokens, i + 1, item.to()) > token) {
                return true;
            }
        }
        return false;
    }

    /** Whether the item is a query in parentheses, perhaps cast to a type. */
    boolean isScalarSubquery(Span item) {
        return tokens.is(item.from(), '(')
                && Words.QUERY.contains(tokens.word(item.from() + 1))
                && suffixEnd(tokens.after(item.from()), item.to()) == item.to();
    }

    /**
     * The first token of the column reference that gives the item its name: the item itself, within parentheses or casts,
     * or what stands behind its ELSE.
     */
    Optional<Integer> columnThatNames(Span item) {
        int start = item.from();
        if (start >= item.to()) {
            return Optional.empty();
        }
        if (tokens.is(start, '(')) {
            boolean alone = suffixEnd(tokens.after(start), item.to()) == item.to();
            return alone ? columnThatNames(tokens.inside(start)) : Optional.empty();
        }
        if (tokens.isWord(start, "cast") && tokens.is(start + 1, '(')) {
            Span inside = tokens.inside(start + 1);
            boolean alone = suffixEnd(tokens.after(start + 1), item.to()) == item.to();
            return alone ? columnThatNames(new Span(inside.from(), tokens.find(inside, "as"))) : Optional.empty();
        }
        if (tokens.isWord(start, "case") && tokens.isWord(item.to() - 1, "end")) {
            int otherwise = lastElse(item);
            return otherwise < 0 ? Optional.empty() : columnThatNames(new Span(otherwise + 1, item.to() - 1));
        }
        if (tokens.name(start).isEmpty()) {
            return Optional.empty();
        }
        return suffixEnd(tokens.chainEnd(start), item.to()) == item.to() ? Optional.of(start) : Optional.empty();
    }

    private int lastElse(Span item) {
        int depth = 0;
        for (int i = item.from(); i < item.to(); i = tokens.after(i)) {
            switch (tokens.word(i)) {
                case "case" -> depth++;
                case "end" -> depth--;
                case "else" -> {
                    if (depth == 1) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    /** The number after casts and collations that begin at {@code i}; they do not change the name. */
    private int suffixEnd(int i, int limit) {
        int position = i;
        while (position < limit) {
            if (tokens.at(position).kind() == TokenKind.TYPE_CAST) {
                position = TypeNames.end(tokens, position + 1, limit);
            } else if (tokens.isWord(position, "collate")) {
                position = tokens.chainEnd(position + 1);
            } else {
                return position;
            }
        }
        return position;
    }
}
