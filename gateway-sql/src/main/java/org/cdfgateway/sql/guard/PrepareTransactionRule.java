package org.cdfgateway.sql.guard;

import java.util.Optional;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.StatementSpan;
import org.cdfgateway.sql.lex.TokenReader;

/** Refuses {@code PREPARE TRANSACTION 'id'}, but not {@code PREPARE transaction AS ...}. */
final class PrepareTransactionRule implements StatementRule {
    private static final Refusal REFUSAL = Refusal.forbidden(
            "PREPARE TRANSACTION is not allowed through the gateway", "CDF has no two-phase commit: use COMMIT.");

    @Override
    public Optional<Edit> examine(String sql, StatementSpan statement) {
        TokenReader tokens = new TokenReader(statement.lexer(sql));
        tokens.take();
        return tokens.accept("transaction") && tokens.current().isString()
                ? Optional.of(StatementRule.refused(statement, REFUSAL))
                : Optional.empty();
    }
}
