package org.cdfgateway.pgwire;

import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.inbound.StatementGuard;

/** Admits everything but the word {@code forbidden}, which becomes a call of {@code cdf.refuse}. */
public final class FakeGuard implements StatementGuard {

    @Override
    public String admit(String sql) {
        if (sql.contains("forbidden")) {
            return "SELECT cdf.refuse('insufficient_privilege', 'that is forbidden', NULL, NULL)";
        }
        return sql.replace("COPY assets", "COPY cdf_copy.assets");
    }

    @Override
    public void admitSetting(String name, String value) {
        if (name.equals("statement_timeout") && value.equals("0")) {
            throw new GatewayException(ErrorKind.INSUFFICIENT_PRIVILEGE, "statement_timeout: 0 is not allowed");
        }
    }
}
