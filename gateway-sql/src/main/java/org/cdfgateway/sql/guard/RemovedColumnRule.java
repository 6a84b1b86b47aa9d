package org.cdfgateway.sql.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.Identifiers;
import org.cdfgateway.sql.lex.Lexer;
import org.cdfgateway.sql.lex.QualifiedName;
import org.cdfgateway.sql.lex.StatementSpan;
import org.cdfgateway.sql.lex.TokenKind;
import org.cdfgateway.sql.lex.TokenReader;

/**
 * Says what is wrong with INSERT INTO, or UPDATE of, a column of version 1.0 that 2.0 has not: {@code legacy_name}. The
 * engine would refuse it, too, since the column of the view is a constant, but could not say where to read on. Looks
 * into statements that begin with another word, too.
 */
final class RemovedColumnRule implements StatementRule {
    private static final Set<String> AFTER_TARGETS = Set.of("from", "where", "returning");

    /** As many as PostgreSQL takes; a bound for the text that is made of them. */
    private static final int MAX_PARAMETERS = 65_535;

    private final LegacyTableNames tables;

    RemovedColumnRule(LegacyTableNames tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Edit> examine(String sql, StatementSpan statement) {
        TokenReader tokens = new TokenReader(statement.lexer(sql));
        boolean first = true;
        while (!tokens.atEnd()) {
            boolean inserts = tokens.accept("insert");
            if (inserts || tokens.accept("update")) {
                Optional<Edit> refused = written(tokens, inserts).map(refusal -> refused(refusal, sql, statement));
                if (first || refused.isPresent()) {
                    return refused;
                }
            } else {
                tokens.take();
            }
            first = false;
        }
        return Optional.empty();
    }

    /** The refusal if such a column is written by the INSERT or UPDATE whose first word was taken last. */
    private Optional<Refusal> written(TokenReader tokens, boolean inserts) {
        tokens.accept(inserts ? "into" : "only");
        Optional<QualifiedName> name = tokens.acceptName().filter(tables::canBe);
        return name.flatMap(table -> tables.removed(table, inserts ? listed(tokens) : assigned(tokens))
                .map(column -> refusal(column, table.last())));
    }

    /** Parameters stay parameters: the client is going to send values for them before it learns of the refusal. */
    private static Edit refused(Refusal refusal, String sql, StatementSpan statement) {
        Lexer lexer = statement.lexer(sql);
        int last = 0;
        while (lexer.advance()) {
            last = lexer.kind() == TokenKind.PARAMETER ? Math.max(last, lexer.parameter()) : last;
        }
        Edit edit = StatementRule.refused(statement, refusal);
        return last == 0 || last > MAX_PARAMETERS
                ? edit
                : new Edit(
                        edit.start(),
                        edit.end(),
                        IntStream.rangeClosed(1, last)
                                .mapToObj(number -> "$" + number + "::text")
                                .collect(
                                        Collectors.joining(", ", edit.replacement() + " FROM (SELECT ", ") AS given")));
    }

    static Refusal refusal(String column, String table) {
        return Refusal.forbidden(
                "column \"" + column + "\" of table \"" + table + "\" cannot be written",
                "CDF has no such field any more: leave the column out. See the migration guide, docs/migration.md.");
    }

    /** The names in the parentheses that follow, perhaps after an alias. */
    private static List<String> listed(TokenReader tokens) {
        if (tokens.accept("as")) {
            tokens.take();
        }
        return tokens.accept('(') ? names(tokens, false) : List.of();
    }

    /** The names of columns that SET gives values to. */
    private static List<String> assigned(TokenReader tokens) {
        while (!tokens.atEnd() && !tokens.accept("set")) {
            tokens.take();
        }
        return names(tokens, true);
    }

    /**
     * Names that stand at the beginning, behind a comma or behind a parenthesis that opens a list of targets.
     *
     * @param withValues whether each is followed by a value
     */
    private static List<String> names(TokenReader tokens, boolean withValues) {
        List<String> names = new ArrayList<>();
        int depth = 0;
        boolean atName = true;
        boolean inTargets = false;
        while (!tokens.atEnd()
                && depth >= 0
                && !(depth == 0
                        && AFTER_TARGETS.contains(
                                Identifiers.folded(tokens.current().text())))) {
            if (atName && tokens.current().isIdentifier()) {
                Identifiers.name(tokens.current()).ifPresent(names::add);
            }
            boolean opens = tokens.current().is('(');
            depth += opens ? 1 : tokens.current().is(')') ? -1 : 0;
            inTargets = opens
                    ? atName && withValues
                    : inTargets && !tokens.current().is(')');
            atName = (opens && inTargets) || (tokens.current().is(',') && (depth == 0 || inTargets));
            tokens.take();
        }
        return names;
    }
}
