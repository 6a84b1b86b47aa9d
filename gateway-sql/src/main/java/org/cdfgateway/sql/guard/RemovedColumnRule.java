package org.cdfgateway.sql.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.Identifiers;
import org.cdfgateway.sql.lex.QualifiedName;
import org.cdfgateway.sql.lex.StatementSpan;
import org.cdfgateway.sql.lex.TokenReader;

/**
 * Says what is wrong with INSERT INTO, or UPDATE of, a column of version 1.0 that 2.0 has not: {@code legacy_name}. The
 * engine would refuse it, too, since the column of the view is a constant, but could not say where to read on.
 */
final class RemovedColumnRule implements StatementRule {
    private final LegacyTableNames tables;

    RemovedColumnRule(LegacyTableNames tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Edit> examine(String sql, StatementSpan statement) {
        TokenReader tokens = new TokenReader(statement.lexer(sql));
        boolean inserts = tokens.take().isWord("insert");
        tokens.accept(inserts ? "into" : "only");
        Optional<QualifiedName> name = tokens.acceptName().filter(tables::canBe);
        return name.flatMap(table -> tables.removed(table, inserts ? listed(tokens) : assigned(tokens))
                .map(column -> StatementRule.refused(statement, refusal(column, table.last()))));
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
        while (!tokens.atEnd() && depth >= 0 && !(depth == 0 && tokens.current().isWord("where"))) {
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
