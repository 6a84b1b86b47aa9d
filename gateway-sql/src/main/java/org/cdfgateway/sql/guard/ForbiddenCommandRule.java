package org.cdfgateway.sql.guard;

import java.util.Optional;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.StatementSpan;

/** Refuses the {@link ForbiddenCommand}s. */
final class ForbiddenCommandRule implements StatementRule {

    @Override
    public Optional<Edit> examine(String sql, StatementSpan statement) {
        return ForbiddenCommand.ALL.stream()
                .filter(command -> command.begins(statement.lexer(sql)))
                .findFirst()
                .map(command -> StatementRule.refused(statement, command.refusal()));
    }
}
