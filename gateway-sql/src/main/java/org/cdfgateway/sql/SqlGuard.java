package org.cdfgateway.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cdfgateway.domain.port.inbound.StatementGuard;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.guard.SettingLimits;
import org.cdfgateway.sql.guard.SettingRules;
import org.cdfgateway.sql.guard.StartupSettings;
import org.cdfgateway.sql.guard.StatementRules;
import org.cdfgateway.sql.lex.StatementSpan;

/**
 * Keeps statements away from the engine that a client must not run, and makes COPY work on CDF tables. Only the head of a
 * statement is looked at; the rest is skipped.
 */
public final class SqlGuard implements StatementGuard {
    private final StatementRules statements;
    private final StartupSettings startup;

    public SqlGuard(Collection<TableDefinition> tables, SettingLimits limits) {
        SettingRules settings = new SettingRules(limits);
        this.statements = new StatementRules(tables, settings);
        this.startup = new StartupSettings(settings);
    }

    @Override
    public String admit(String sql) {
        List<Edit> edits = new ArrayList<>();
        for (StatementSpan statement : StatementSpan.cut(sql)) {
            statements.examine(sql, statement).ifPresent(edits::add);
        }
        return Edit.apply(sql, edits);
    }

    @Override
    public void admitSetting(String name, String value) {
        startup.admit(name, value);
    }
}
