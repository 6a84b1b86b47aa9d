package org.cdfgateway.sql.guard;

import java.util.Optional;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.QualifiedName;
import org.cdfgateway.sql.lex.StatementSpan;
import org.cdfgateway.sql.lex.TokenReader;

/** Refuses {@code GRANT ... ON assets TO ...} and {@code REVOKE ... ON assets FROM ...}. */
final class PrivilegeRule implements StatementRule {
    private final CdfTableNames tables;

    PrivilegeRule(CdfTableNames tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Edit> examine(String sql, StatementSpan statement) {
        TokenReader tokens = new TokenReader(statement.lexer(sql));
        while (!tokens.atEnd() && !tokens.accept("on")) {
            tokens.take();
        }
        tokens.accept("table");
        do {
            Optional<QualifiedName> table = tokens.acceptName().filter(tables::contains);
            if (table.isPresent()) {
                return Optional.of(StatementRule.refused(statement, refusal(table.get())));
            }
        } while (tokens.accept(','));
        return Optional.empty();
    }

    private static Refusal refusal(QualifiedName table) {
        return Refusal.forbidden(
                "rights on CDF table \"" + table.last() + "\" cannot be granted or revoked with SQL",
                "Access follows the capabilities of the gateway user's CDF session: change them in CDF.");
    }
}
