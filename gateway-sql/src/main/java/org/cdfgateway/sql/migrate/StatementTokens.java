package org.cdfgateway.sql.migrate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.sql.lex.Identifiers;
import org.cdfgateway.sql.lex.Lexer;
import org.cdfgateway.sql.lex.Token;
import org.cdfgateway.sql.lex.TokenKind;

/**
 * The tokens of one statement by number, with the partner of each parenthesis. Beyond the last token stand tokens of kind
 * END. Words that scripts put in place of values ({@code :key}, {@code %(key)s}, <code>{key}</code>) are no names.
 */
final class StatementTokens {
    /** What a placeholder begins with; {@code =@name} is one token to PostgreSQL. */
    private static final Set<String> MARKS = Set.of(":", "$", "@", "=@", "{");

    private final List<Token> tokens = new ArrayList<>();
    private final int[] partners;
    private final BitSet placeholders = new BitSet();
    private final Token end;

    StatementTokens(String text, int start, int limit) {
        Lexer lexer = new Lexer(text, start, limit);
        while (lexer.advance()) {
            tokens.add(lexer.token());
        }
        end = new Token(TokenKind.END, "", limit, limit);
        partners = partners(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            placeholders.set(i, isPlaceholder(i));
        }
    }

    private static int[] partners(List<Token> tokens) {
        int[] partners = new int[tokens.size()];
        Arrays.fill(partners, tokens.size());
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < partners.length; i++) {
            Token token = tokens.get(i);
            if (token.is('(') || token.is('[')) {
                open.push(i);
            } else if ((token.is(')') || token.is(']')) && !open.isEmpty()) {
                partners[open.pop()] = i;
            }
        }
        return partners;
    }

    private boolean isPlaceholder(int i) {
        Token token = tokens.get(i);
        if (token.kind() != TokenKind.WORD || i == 0 || at(i - 1).end() != token.start()) {
            return false;
        }
        if (MARKS.contains(at(i - 1).text())) {
            return true;
        }
        return at(i - 1).is('(')
                && i >= 2
                && at(i - 2).end() == at(i - 1).start()
                && at(i - 2).text().endsWith("%")
                && at(i + 1).is(')')
                && at(i + 2).kind() == TokenKind.WORD
                && at(i + 2).start() == at(i + 1).end();
    }

    int size() {
        return tokens.size();
    }

    Token at(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : end;
    }

    boolean is(int i, char punctuation) {
        return at(i).is(punctuation);
    }

    boolean isStar(int i) {
        return at(i).isOperator("*");
    }

    /** The unquoted word in lower case; empty for anything else. */
    String word(int i) {
        Token token = at(i);
        return token.kind() == TokenKind.WORD && !placeholders.get(i) ? Identifiers.folded(token.text()) : "";
    }

    boolean isWord(int i, String word) {
        return word(i).equals(word);
    }

    /** What the identifier means; empty when there is none. */
    Optional<String> name(int i) {
        return placeholders.get(i) ? Optional.empty() : Identifiers.name(at(i));
    }

    boolean isQuoted(int i) {
        return at(i).kind() == TokenKind.QUOTED_IDENTIFIER || at(i).kind() == TokenKind.UNICODE_IDENTIFIER;
    }

    /** The number of the parenthesis that closes this one; {@link #size()} when none does. */
    int closing(int opening) {
        return partners[opening];
    }

    /** The number after token {@code i}, or after everything in parentheses that opens there. */
    int after(int i) {
        return is(i, '(') || is(i, '[') ? Math.min(closing(i) + 1, size()) : i + 1;
    }

    /** The number after {@code a.b.c}, {@code a.*} included. */
    int chainEnd(int i) {
        int last = i;
        while (is(last + 1, '.') && (at(last + 2).isIdentifier() || isStar(last + 2))) {
            last += 2;
        }
        return last + 1;
    }

    /** The ranges between commas outside of parentheses. */
    List<Span> items(Span span) {
        List<Span> items = new ArrayList<>();
        int start = span.from();
        for (int i = span.from(); i < span.to(); i = after(i)) {
            if (is(i, ',')) {
                items.add(new Span(start, i));
                start = i + 1;
            }
        }
        items.add(new Span(start, span.to()));
        return items;
    }

    /** The first of these words outside of parentheses; {@code span.to()} when there is none. */
    int find(Span span, String... words) {
        List<String> wanted = Arrays.asList(words);
        for (int i = span.from(); i < span.to(); i = after(i)) {
            if (wanted.contains(word(i))) {
                return i;
            }
        }
        return span.to();
    }

    /** The inside of the parentheses that open at {@code i}. */
    Span inside(int i) {
        return new Span(i + 1, Math.max(i + 1, closing(i)));
    }

    boolean mentions(String name) {
        for (int i = 0; i < tokens.size(); i++) {
            if (name(i).filter(name::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
