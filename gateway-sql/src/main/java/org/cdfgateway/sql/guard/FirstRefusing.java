package org.cdfgateway.sql.guard;

import java.util.List;
import java.util.Optional;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.StatementSpan;

/** Asks several rules one after the other. */
record FirstRefusing(List<StatementRule> rules) implements StatementRule {

    @Override
    public Optional<Edit> examine(String sql, StatementSpan statement) {
        return rules.stream()
                .flatMap(rule -> rule.examine(sql, statement).stream())
                .findFirst();
    }
}
