package org.cdfgateway.sql.guard;

import java.util.Optional;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.StatementSpan;

/** What becomes of the statements that begin with a certain word. */
interface StatementRule {

    /** Empty when the statement may go to the engine as it is. */
    Optional<Edit> examine(String sql, StatementSpan statement);

    /** The statement replaced by one that fails. */
    static Edit refused(StatementSpan statement, Refusal refusal) {
        return new Edit(statement.start(), statement.end(), refusal.asStatement());
    }
}
