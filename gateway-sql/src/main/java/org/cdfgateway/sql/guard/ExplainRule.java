package org.cdfgateway.sql.guard;

import java.util.Optional;
import org.cdfgateway.domain.port.inbound.PlanDetail;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.Identifiers;
import org.cdfgateway.sql.lex.Lexer;
import org.cdfgateway.sql.lex.StatementSpan;

/**
 * Switches VERBOSE on for EXPLAIN of statements that name CDF tables, because only then does the engine print what it
 * would ask the scan endpoint. Plans in other formats than text stay as they are.
 */
final class ExplainRule implements StatementRule {
    private final CdfTableNames tables;

    ExplainRule(CdfTableNames tables) {
        this.tables = tables;
    }

    /** What becomes of the plan that the statement prints. */
    PlanDetail detail(String sql, StatementSpan statement) {
        if (!statement.firstWord().equals("explain")) {
            return PlanDetail.AS_PRINTED;
        }
        ExplainOptions options = ExplainOptions.read(sql, statement);
        if (!options.isText()) {
            return PlanDetail.AS_PRINTED;
        }
        if (options.isVerbose()) {
            return PlanDetail.VERBOSE;
        }
        return namesTable(sql, statement) ? PlanDetail.BRIEF : PlanDetail.AS_PRINTED;
    }

    @Override
    public Optional<Edit> examine(String sql, StatementSpan statement) {
        return detail(sql, statement) == PlanDetail.BRIEF
                ? Optional.of(ExplainOptions.read(sql, statement).makeVerbose())
                : Optional.empty();
    }

    /** Whether it does, or runs a prepared statement, which may. */
    private boolean namesTable(String sql, StatementSpan statement) {
        Lexer lexer = statement.lexer(sql);
        while (lexer.advance()) {
            if (lexer.isWord("execute")
                    || Identifiers.name(lexer.token()).filter(tables::isNamed).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
