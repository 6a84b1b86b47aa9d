package org.cdfgateway.sql.guard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.StatementSpan;

/** All rules, by the word that a statement begins with. Immutable. */
final class StatementRules {
    private final Map<String, StatementRule> rules;

    StatementRules(CdfTableNames names, SettingRules settings) {
        StatementRule forbidden = new ForbiddenCommandRule();
        StatementRule definitions = new FirstRefusing(List.of(forbidden, new RelationRule(names)));
        StatementRule privileges = new PrivilegeRule(names);
        StatementRule removedColumns = new RemovedColumnRule(names.legacy());
        rules = Map.ofEntries(
                Map.entry("insert", removedColumns),
                Map.entry("update", removedColumns),
                Map.entry("with", removedColumns),
                Map.entry("copy", new CopyRule(names)),
                Map.entry("explain", new FirstRefusing(List.of(removedColumns, new ExplainRule(names)))),
                Map.entry("set", new SetRule(settings)),
                Map.entry("prepare", new PrepareTransactionRule()),
                Map.entry("alter", definitions),
                Map.entry("create", definitions),
                Map.entry("drop", definitions),
                Map.entry("truncate", new RelationRule(names)),
                Map.entry("do", forbidden),
                Map.entry("load", forbidden),
                Map.entry("reassign", forbidden),
                Map.entry("grant", privileges),
                Map.entry("revoke", privileges));
    }

    /** What is to be changed about the statement; empty when nothing is. */
    Optional<Edit> examine(String sql, StatementSpan statement) {
        StatementRule rule = rules.get(statement.firstWord());
        return rule == null ? Optional.empty() : rule.examine(sql, statement);
    }
}
