package org.cdfgateway.sql;

import java.util.List;
import java.util.function.Supplier;
import org.cdfgateway.domain.port.inbound.Admission;
import org.cdfgateway.domain.port.inbound.PlanDetail;
import org.cdfgateway.domain.port.inbound.StatementGuard;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.guard.StartupSettings;
import org.cdfgateway.sql.guard.TableRules;

/**
 * Keeps statements away from the engine that a client must not run, and makes COPY work on CDF tables. Only the head of a
 * statement is looked at; the rest is skipped.
 */
final class SqlGuard implements StatementGuard {
    private final StartupSettings startup;
    private final Supplier<List<TableDefinition>> custom;
    private volatile TableRules latest;

    /**
     * @param rules for some custom tables
     * @param custom the user's custom tables of the moment
     */
    SqlGuard(TableRules rules, StartupSettings startup, Supplier<List<TableDefinition>> custom) {
        this.latest = rules;
        this.startup = startup;
        this.custom = custom;
    }

    @Override
    public Admission admit(String sql) {
        return rules().admit(sql);
    }

    @Override
    public PlanDetail planDetail(String sql) {
        return rules().planDetail(sql);
    }

    @Override
    public void admitSetting(String name, String value) {
        startup.admit(name, value);
    }

    private TableRules rules() {
        TableRules rules = latest.with(custom.get());
        latest = rules;
        return rules;
    }
}
