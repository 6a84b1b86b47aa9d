package org.cdfgateway.sql.guard;

import java.util.Set;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.StatementSpan;
import org.cdfgateway.sql.lex.TokenReader;

/**
 * The options of an EXPLAIN, in either of its forms (PostgreSQL 18 manual, EXPLAIN).
 *
 * @param end where another option can be put
 * @param isList whether they are a list in parentheses
 */
record ExplainOptions(int end, boolean isList, boolean isVerbose, boolean isText) {
    private static final Set<String> FALSE = Set.of("off", "false", "0");
    private static final Set<String> QUERY_STARTS = Set.of("select", "with", "values", "table");

    static ExplainOptions read(String sql, StatementSpan statement) {
        TokenReader tokens = new TokenReader(statement.lexer(sql));
        tokens.take();
        int start = tokens.current().start();
        if (tokens.accept('(')) {
            return tokens.current().is('(') || QUERY_STARTS.stream().anyMatch(tokens.current()::isWord)
                    ? new ExplainOptions(start, false, false, true)
                    : list(tokens);
        }
        if (!tokens.accept("analyze")) {
            tokens.accept("analyse");
        }
        int end = tokens.current().start();
        return new ExplainOptions(end, false, tokens.accept("verbose"), true);
    }

    /** {@code (ANALYZE, FORMAT JSON)}: of an option that is given twice, the last one counts. */
    private static ExplainOptions list(TokenReader tokens) {
        boolean verbose = false;
        boolean text = true;
        while (!tokens.atEnd() && !tokens.current().is(')')) {
            boolean isVerbose = tokens.accept("verbose");
            boolean isFormat = !isVerbose && tokens.accept("format");
            if (isVerbose) {
                verbose = FALSE.stream().noneMatch(value -> isValue(tokens, value));
            } else if (isFormat) {
                text = isValue(tokens, "text");
            }
            while (!tokens.atEnd() && !tokens.current().is(')') && !tokens.accept(',')) {
                tokens.take();
            }
        }
        return new ExplainOptions(tokens.current().start(), true, verbose, text);
    }

    private static boolean isValue(TokenReader tokens, String value) {
        String text = tokens.current().text();
        return text.equalsIgnoreCase(value) || text.equalsIgnoreCase("'" + value + "'");
    }

    Edit makeVerbose() {
        return new Edit(end, end, isList ? ", VERBOSE" : "VERBOSE ");
    }
}
