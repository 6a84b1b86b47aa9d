package org.cdfgateway.auth.user;

import java.time.Instant;
import org.cdfgateway.auth.store.AuditEntry;
import org.cdfgateway.auth.store.AuditEntry.Action;
import org.cdfgateway.domain.error.GatewayException;

/** Something that was tried with a gateway user, on its way into the audit. */
record Attempt(String actor, Action action, String project, String username) {

    AuditEntry done(Instant time) {
        return ended(time, AuditEntry.DONE, "");
    }

    AuditEntry notFound(Instant time) {
        return ended(time, AuditEntry.NOT_FOUND, "");
    }

    AuditEntry failed(Instant time, GatewayException failure) {
        return ended(time, failure.kind().conditionName(), failure.text());
    }

    private AuditEntry ended(Instant time, String result, String detail) {
        return new AuditEntry(time, actor, action, project, username, result, detail);
    }
}
