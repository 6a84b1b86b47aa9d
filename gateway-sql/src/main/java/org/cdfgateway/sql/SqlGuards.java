package org.cdfgateway.sql;

import java.util.Collection;
import java.util.List;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.port.inbound.StatementGuard;
import org.cdfgateway.domain.port.inbound.StatementGuards;
import org.cdfgateway.domain.port.outbound.TablesOfUsers;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.guard.SettingLimits;
import org.cdfgateway.sql.guard.SettingRules;
import org.cdfgateway.sql.guard.StartupSettings;
import org.cdfgateway.sql.guard.TableRules;

/** Guards over SQL. Those of users without custom tables share their rules. Safe for use by several threads. */
public final class SqlGuards implements StatementGuards {
    private final TableRules builtIn;
    private final StartupSettings startup;
    private final TablesOfUsers users;

    /** @param tables the built-in ones */
    public SqlGuards(Collection<TableDefinition> tables, SettingLimits limits, TablesOfUsers users) {
        SettingRules settings = new SettingRules(limits);
        this.builtIn = new TableRules(tables, List.of(), settings);
        this.startup = new StartupSettings(settings);
        this.users = users;
    }

    @Override
    public StatementGuard of(GatewayUser user) {
        return new SqlGuard(builtIn, startup, users.of(user.username())::custom);
    }
}
