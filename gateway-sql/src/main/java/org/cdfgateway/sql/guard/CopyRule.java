package org.cdfgateway.sql.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.Identifiers;
import org.cdfgateway.sql.lex.Lexer;
import org.cdfgateway.sql.lex.QualifiedName;
import org.cdfgateway.sql.lex.StatementSpan;
import org.cdfgateway.sql.lex.TokenReader;

/**
 * Makes COPY work on CDF tables, which are views to PostgreSQL. {@code COPY assets (name) FROM STDIN} gets the name of
 * the foreign table that takes rows, {@code cdf_copy.assets}; {@code COPY assets (name) TO STDOUT} becomes
 * {@code COPY (SELECT name FROM assets) TO STDOUT}. Options stay as they are. Tables of schema v1 have targets of their
 * own; without a schema a table is taken for one of these if only 1.0 has its name or a column in the list. Where a name
 * without a schema may mean something else, the engine is made to look: it knows and the text does not.
 */
final class CopyRule implements StatementRule {
    private final CdfTableNames tables;

    CopyRule(CdfTableNames tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Edit> examine(String sql, StatementSpan statement) {
        TokenReader tokens = new TokenReader(statement.lexer(sql));
        tokens.take();
        tokens.accept("binary");
        Optional<QualifiedName> name = tokens.acceptName();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        QualifiedName table = name.get();
        Optional<String> columns = columns(sql, tokens);
        List<String> listed = columns.map(CopyRule::names).orElse(List.of());
        return CopyTarget.of(table, listed, tables).flatMap(target -> {
            if (tokens.current().isWord("from")) {
                Optional<String> removed = tables.legacy().removed(table, listed);
                return Optional.of(
                        removed.isPresent()
                                ? StatementRule.refused(
                                        statement, RemovedColumnRule.refusal(removed.get(), table.last()))
                                : into(target, table, sql, tokens));
            }
            return tokens.current().isWord("to") ? Optional.of(outOf(table, columns, sql, tokens)) : Optional.empty();
        });
    }

    private static Edit outOf(QualifiedName table, Optional<String> columns, String sql, TokenReader tokens) {
        String query = "(SELECT " + columns.orElse("*") + " FROM " + sql.substring(table.start(), table.end()) + ")";
        return new Edit(table.start(), tokens.previousEnd(), query);
    }

    private static Edit into(CopyTarget target, QualifiedName table, String sql, TokenReader tokens) {
        return target.check()
                .map(check -> checked(target.relation(), check, table, sql, tokens))
                .orElseGet(() -> new Edit(table.start(), table.end(), target.relation()));
    }

    /** Adds a condition to the statement. */
    private static Edit checked(String target, String check, QualifiedName table, String sql, TokenReader tokens) {
        int depth = 0;
        while (!tokens.atEnd() && !(depth == 0 && tokens.current().isWord("where"))) {
            depth += tokens.current().is('(') ? 1 : tokens.current().is(')') ? -1 : 0;
            tokens.take();
        }
        int head = tokens.previousEnd();
        boolean hasCondition = tokens.accept("where");
        int condition = tokens.previousEnd();
        while (!tokens.atEnd()) {
            tokens.take();
        }
        int end = tokens.previousEnd();
        return new Edit(
                table.start(),
                end,
                target + sql.substring(table.end(), head) + " WHERE " + check
                        + (hasCondition ? " AND (" + sql.substring(condition, end) + ")" : ""));
    }

    private static List<String> names(String columns) {
        List<String> names = new ArrayList<>();
        Lexer lexer = new Lexer(columns);
        while (lexer.advance()) {
            Identifiers.name(lexer.token()).ifPresent(names::add);
        }
        return names;
    }

    /** The text between the parentheses of a column list; empty when there is no list. */
    private static Optional<String> columns(String sql, TokenReader tokens) {
        if (!tokens.accept('(')) {
            return Optional.empty();
        }
        int start = tokens.current().start();
        int end = start;
        while (!tokens.atEnd() && !tokens.current().is(')')) {
            end = tokens.take().end();
        }
        tokens.accept(')');
        return Optional.of(sql.substring(start, end));
    }
}
