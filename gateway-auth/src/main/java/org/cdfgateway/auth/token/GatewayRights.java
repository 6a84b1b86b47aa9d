package org.cdfgateway.auth.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.TokenInspection.TokenRights;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the CDF identity of a user still holds the capabilities that make it a gateway user: {@code postgresGatewayAcl}
 * with {@code READ} for anything, with {@code WRITE} for changes (reference/postgres-gateway.md section 5.5). CDF is
 * asked again after half a minute, so that a loss is noticed within a minute; while CDF cannot be reached, what it said
 * last holds. Safe for use by several threads.
 */
final class GatewayRights {
    private static final Logger log = LoggerFactory.getLogger(GatewayRights.class);
    private static final String ACL = "postgresGatewayAcl";

    static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(30);

    private final String username;
    private final String project;
    private final Supplier<TokenRights> inspection;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Answer last;

    private record Answer(TokenRights rights, Instant time) {}

    /** @param inspection asks CDF; blocks */
    GatewayRights(String username, String project, Supplier<TokenRights> inspection, Clock clock) {
        this.username = username;
        this.project = project;
        this.inspection = inspection;
        this.clock = clock;
    }

    /** @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when the user may not even read */
    void requireReading() {
        if (!isGranted("READ")) {
            throw new GatewayException(
                            ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION,
                            "The CDF identity of gateway user " + username + " lacks " + ACL + ":READ in project "
                                    + project + ".")
                    .withHint(granting("READ"));
        }
    }

    /**
     * Whether it is certain that the user may not read. What CDF cannot be asked for is left to the first statement: until
     * then CDF, or another session, may be there.
     */
    boolean isRefused() {
        try {
            return !isGranted("READ");
        } catch (GatewayException e) {
            return false;
        }
    }

    /** @throws GatewayException INSUFFICIENT_PRIVILEGE when the user may only read; else as {@link #requireReading} */
    void requireWriting() {
        requireReading();
        if (!isGranted("WRITE")) {
            throw new GatewayException(
                            ErrorKind.INSUFFICIENT_PRIVILEGE,
                            "gateway user " + username + " may only read: its CDF identity lacks " + ACL
                                    + ":WRITE in project " + project)
                    .withHint(granting("WRITE"));
        }
    }

    private String granting(String action) {
        return "Grant " + ACL + ":" + action + " to a CDF group of the identity whose session the user was made with;"
                + " it counts within a minute.";
    }

    private boolean isGranted(String action) {
        return rights().scope(ACL, action, project).includes(username);
    }

    private TokenRights rights() {
        Answer known = last;
        if (known != null && !isOld(known)) {
            return known.rights;
        }
        if (known != null && !asking.tryLock()) {
            return known.rights;
        }
        if (known == null) {
            asking.lock();
        }
        try {
            Answer meanwhile = last;
            return meanwhile == null || isOld(meanwhile) ? ask(meanwhile) : meanwhile.rights;
        } finally {
            asking.unlock();
        }
    }

    private TokenRights ask(@Nullable Answer known) {
        TokenRights rights;
        try {
            rights = inspection.get();
        } catch (GatewayException e) {
            if (known == null || e.kind() != ErrorKind.IO_ERROR) {
                throw e;
            }
            log.warn("The rights of gateway user {} stay what they were: {}", username, e.text());
            rights = known.rights;
        }
        last = new Answer(rights, clock.instant());
        return rights;
    }

    private boolean isOld(Answer answer) {
        return !clock.instant().isBefore(answer.time.plus(ASKED_AGAIN_AFTER));
    }
}
