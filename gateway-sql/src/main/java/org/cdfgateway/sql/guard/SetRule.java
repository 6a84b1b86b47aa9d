package org.cdfgateway.sql.guard;

import java.util.Optional;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.Identifiers;
import org.cdfgateway.sql.lex.QualifiedName;
import org.cdfgateway.sql.lex.StatementSpan;
import org.cdfgateway.sql.lex.StringLiterals;
import org.cdfgateway.sql.lex.Token;
import org.cdfgateway.sql.lex.TokenKind;
import org.cdfgateway.sql.lex.TokenReader;

/**
 * Holds {@code SET [SESSION | LOCAL] name {TO | =} value} and {@code SET NAMES 'encoding'} to the limits. Other forms of
 * SET change nothing that is limited. What cannot be read with certainty is refused where a limit is at stake.
 */
final class SetRule implements StatementRule {
    private final SettingRules settings;

    SetRule(SettingRules settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Edit> examine(String sql, StatementSpan statement) {
        TokenReader tokens = new TokenReader(statement.lexer(sql));
        tokens.take();
        if (!tokens.accept("local")) {
            tokens.accept("session");
        }
        return refusal(tokens).map(refusal -> StatementRule.refused(statement, refusal));
    }

    private Optional<Refusal> refusal(TokenReader tokens) {
        if (tokens.current().isWord("names")) {
            tokens.take();
            return value("client_encoding", tokens);
        }
        Optional<QualifiedName> name = tokens.acceptName();
        if (tokens.current().isWord("uescape")) {
            return Optional.of(Refusal.forbidden(
                    "UESCAPE is not allowed in the name of a setting", "Write the name without escapes."));
        }
        if (name.isEmpty() || !(tokens.accept("to") || tokens.acceptOperator("="))) {
            return Optional.empty();
        }
        return value(String.join(".", name.get().parts()), tokens);
    }

    private Optional<Refusal> value(String name, TokenReader tokens) {
        Optional<SettingRule> rule = settings.rule(name);
        if (rule.isEmpty() || tokens.atEnd() || tokens.current().isWord("default")) {
            return Optional.empty();
        }
        Optional<String> value = scalar(tokens);
        if (value.isEmpty() || tokens.current().isWord("uescape")) {
            return Optional.of(Refusal.forbidden(
                    "the value of setting \"" + name + "\" is not understood",
                    "Write it as a plain word, number or '...' text."));
        }
        return rule.get().check(name, value.get());
    }

    private static Optional<String> scalar(TokenReader tokens) {
        boolean negative = tokens.acceptOperator("-");
        if (!negative) {
            tokens.acceptOperator("+");
        }
        Token token = tokens.take();
        if (token.isString()) {
            return StringLiterals.value(token);
        }
        if (token.kind() == TokenKind.NUMBER) {
            return Optional.of((negative ? "-" : "") + token.text().replace("_", ""));
        }
        return Identifiers.name(token);
    }
}
