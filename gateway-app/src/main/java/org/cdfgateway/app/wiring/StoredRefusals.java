package org.cdfgateway.app.wiring;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.cdfgateway.app.admin.RefusalAudit;
import org.cdfgateway.auth.GatewayUsers;
import org.cdfgateway.auth.store.AuditEntry;
import org.cdfgateway.auth.store.AuditEntry.Action;
import org.cdfgateway.domain.error.GatewayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes refusals into the store's audit. The caller gets its refusal even when that fails. */
record StoredRefusals(GatewayUsers users, Clock clock) implements RefusalAudit {
    private static final Logger LOG = LoggerFactory.getLogger(StoredRefusals.class);

    @Override
    public void refused(Refusal refusal) {
        try {
            users.record(new AuditEntry(
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    refusal.actor(),
                    action(refusal.kind()),
                    refusal.project(),
                    refusal.username(),
                    AuditEntry.REFUSED,
                    refusal.reason()));
        } catch (GatewayException e) {
            LOG.warn("{} by {} was refused, but that could not be written down", refusal.kind(), refusal.actor(), e);
        }
    }

    private static Action action(ChangeKind kind) {
        return switch (kind) {
            case CREATE_USER -> Action.CREATE_USER;
            case RENEW_SESSION -> Action.RENEW_SESSION;
            case DELETE_USER -> Action.DELETE_USER;
            case CREATE_TABLE -> Action.CREATE_TABLE;
            case DELETE_TABLE -> Action.DELETE_TABLE;
        };
    }
}
