package org.cdfgateway.sql.guard;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.edit.Quoting;
import org.cdfgateway.sql.lex.Identifiers;
import org.cdfgateway.sql.lex.QualifiedName;
import org.cdfgateway.sql.lex.StatementSpan;
import org.cdfgateway.sql.lex.TokenReader;

/**
 * Refuses to create, change, empty or drop relations with the name of a CDF table: {@code ALTER TABLE assets ...},
 * {@code DROP VIEW IF EXISTS x, assets}, {@code TRUNCATE assets}, {@code CREATE INDEX ... ON assets}, and temporary
 * relations that would hide one. The engine would refuse most of it, too, but could not say what to do instead.
 */
final class RelationRule implements StatementRule {
    private static final Set<String> RELATIONS =
            Set.of("table", "view", "materialized", "foreign", "sequence", "index");
    private static final Set<String> BEFORE_NAME = Set.of(
            "or",
            "replace",
            "global",
            "local",
            "temp",
            "temporary",
            "unlogged",
            "recursive",
            "materialized",
            "foreign",
            "table",
            "view",
            "sequence",
            "index",
            "unique",
            "concurrently",
            "if",
            "not",
            "exists",
            "only");

    private static final String BUILT_IN = "It is built in. Temporary tables are yours to create and drop.";

    private static final String CUSTOM =
            "An administrator deletes it with ./gateway tables delete, or with the HTTP API:"
                    + " POST .../postgresgateway/tables/{username}/delete. A temporary table of this name is pg_temp.%s.";

    private final CdfTableNames tables;

    RelationRule(CdfTableNames tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Edit> examine(String sql, StatementSpan statement) {
        TokenReader tokens = new TokenReader(statement.lexer(sql));
        tokens.take();
        boolean truncates = statement.firstWord().equals("truncate");
        boolean ofRelations = truncates;
        while (BEFORE_NAME.contains(word(tokens))) {
            ofRelations |= RELATIONS.contains(word(tokens));
            tokens.take();
        }
        if (!ofRelations) {
            return Optional.empty();
        }
        return switch (statement.firstWord()) {
            case "create" -> named(tokens, tables::isTaken).map(table -> taken(statement, table));
            case "alter" ->
                named(tokens, tables::contains)
                        .map(table -> StatementRule.refused(statement, refusal("alter", table)))
                        .or(() -> newName(tokens).map(table -> taken(statement, table)));
            default ->
                named(tokens, tables::contains)
                        .map(table -> StatementRule.refused(statement, refusal(statement.firstWord(), table)));
        };
    }

    private static Edit taken(StatementSpan statement, QualifiedName table) {
        return StatementRule.refused(
                statement,
                Refusal.forbidden(
                        "the name \"" + table.last() + "\" belongs to a CDF table",
                        "Choose another name. The tables themselves, their columns and indexes are CDF's."));
    }

    /** What {@code RENAME TO} gives, if that is a CDF table's. */
    private Optional<QualifiedName> newName(TokenReader tokens) {
        while (!tokens.atEnd()) {
            if (tokens.accept("rename") && tokens.accept("to")) {
                return tokens.acceptName().filter(tables::isTaken);
            }
            tokens.take();
        }
        return Optional.empty();
    }

    private static String word(TokenReader tokens) {
        return Identifiers.folded(tokens.current().text());
    }

    /** The first wanted one of the names that follow, or behind ON when an index is created. */
    private static Optional<QualifiedName> named(TokenReader tokens, Predicate<QualifiedName> wanted) {
        do {
            tokens.accept("only");
            Optional<QualifiedName> name = tokens.current().isWord("on") ? Optional.empty() : tokens.acceptName();
            if (name.filter(wanted).isPresent()) {
                return name;
            }
            tokens.acceptOperator("*");
        } while (tokens.accept(','));
        if (!tokens.accept("on")) {
            return Optional.empty();
        }
        tokens.accept("only");
        return tokens.acceptName().filter(wanted);
    }

    private Refusal refusal(String command, QualifiedName table) {
        String object = "CDF table \"" + table.last() + "\"";
        return switch (command) {
            case "truncate" ->
                Refusal.forbidden(
                        object + " cannot be truncated",
                        "Use DELETE FROM " + table.last() + ": it deletes in CDF what it finds.");
            default -> Refusal.forbidden(object + " cannot be changed or dropped with SQL", managed(table));
        };
    }

    private String managed(QualifiedName table) {
        return tables.custom().find(table).isPresent() ? CUSTOM.formatted(Quoting.identifier(table.last())) : BUILT_IN;
    }
}
