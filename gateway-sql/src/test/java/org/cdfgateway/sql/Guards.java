package org.cdfgateway.sql;

import java.util.List;
import org.cdfgateway.domain.identity.SessionFixture;
import org.cdfgateway.domain.port.inbound.StatementGuard;
import org.cdfgateway.domain.port.outbound.FixedTables;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.sql.guard.SettingLimits;

/** Guards over the built-in tables. */
public final class Guards {
    private Guards() {}

    public static StatementGuard standard() {
        return with(SettingLimits.defaults());
    }

    public static StatementGuard with(SettingLimits limits) {
        FixedTables none = new FixedTables(List.of(), List.of());
        return new SqlGuards(BuiltInTables.ALL, limits, user -> none)
                .of(SessionFixture.aSession().user());
    }
}
