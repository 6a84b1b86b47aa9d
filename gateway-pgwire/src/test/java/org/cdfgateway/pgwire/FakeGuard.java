package org.cdfgateway.pgwire;

import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.inbound.Admission;
import org.cdfgateway.domain.port.inbound.RowInsert;
import org.cdfgateway.domain.port.inbound.StatementGuard;

/** Admits everything but the word {@code forbidden}, which becomes a call of {@code cdf.refuse}. Knows key words in capitals. */
public final class FakeGuard implements StatementGuard {

    @Override
    public Admission admit(String sql) {
        return new Admission(
                text(sql),
                sql.matches("(UPDATE|DELETE)[^;]*"),
                sql.matches("(?is).*(strict_keys|set_config).*"),
                rowInsert(sql),
                sql.matches("DISCARD ALL|DEALLOCATE ALL"));
    }

    /** Knows one. */
    private static Optional<RowInsert> rowInsert(String sql) {
        String head = "INSERT INTO assets (external_id, name) VALUES ";
        return sql.equals(head + "($1,$2)")
                ? Optional.of(new RowInsert(head, List.of("(", ",", ")")))
                : Optional.empty();
    }

    private static String text(String sql) {
        return sql.contains("forbidden")
                ? "SELECT cdf.refuse('insufficient_privilege', 'that is forbidden', NULL, NULL)"
                : sql.replace("COPY assets", "COPY cdf_copy.assets");
    }

    @Override
    public void admitSetting(String name, String value) {
        if (name.equals("statement_timeout") && value.equals("0")) {
            throw new GatewayException(ErrorKind.INSUFFICIENT_PRIVILEGE, "statement_timeout: 0 is not allowed");
        }
    }
}
