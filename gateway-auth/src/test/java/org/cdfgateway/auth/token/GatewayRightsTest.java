package org.cdfgateway.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.cdfgateway.auth.fake.MovableClock;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.TokenInspection.Capability;
import org.cdfgateway.domain.port.outbound.TokenInspection.Scope;
import org.cdfgateway.domain.port.outbound.TokenInspection.TokenRights;
import org.junit.jupiter.api.Test;

class GatewayRightsTest {
    private final MovableClock clock = new MovableClock();
    private final AtomicInteger inspections = new AtomicInteger();
    private final GatewayRights rights = new GatewayRights("anna", "plant", this::inspect, clock);

    private TokenRights granted = granted(Scope.ALL, "READ", "WRITE");
    private boolean cdfIsDown;

    private static TokenRights granted(Scope scope, String... actions) {
        return new TokenRights(
                "subject",
                Set.of("plant"),
                List.of(new Capability("postgresGatewayAcl", Set.of(actions), Set.of(), scope)));
    }

    private TokenRights inspect() {
        inspections.incrementAndGet();
        if (cdfIsDown) {
            throw new GatewayException(ErrorKind.IO_ERROR, "CDF cannot be reached");
        }
        return granted;
    }

    @Test
    void asksOnceInHalfAMinute() {
        for (int second = 0; second < 60; second++) {
            rights.requireWriting();
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(inspections).hasValue(2);
    }

    @Test
    void noticesWithinAMinuteThatWritingIsLost() {
        rights.requireWriting();
        granted = granted(Scope.ALL, "READ");
        clock.advance(GatewayRights.ASKED_AGAIN_AFTER);

        assertThatCode(rights::requireReading).doesNotThrowAnyException();
        assertThatThrownBy(rights::requireWriting)
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INSUFFICIENT_PRIVILEGE))
                .hasMessageContaining("postgresGatewayAcl:WRITE in project plant");
    }

    @Test
    void noticesWithinAMinuteThatReadingIsLost() {
        rights.requireReading();
        granted = granted(new Scope(false, Set.of("berta")), "READ", "WRITE");
        clock.advance(GatewayRights.ASKED_AGAIN_AFTER);

        assertThatThrownBy(rights::requireReading)
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION))
                .hasMessageContaining("postgresGatewayAcl:READ in project plant");
        assertThat(rights.isRefused()).isTrue();
    }

    @Test
    void aScopeOfUsersIsEnoughForTheUsersInIt() {
        granted = granted(new Scope(false, Set.of("anna")), "READ", "WRITE");

        assertThatCode(rights::requireWriting).doesNotThrowAnyException();
    }

    @Test
    void goesOnWithWhatCdfSaidLast() {
        rights.requireReading();
        cdfIsDown = true;
        clock.advance(Duration.ofMinutes(5));

        assertThatCode(rights::requireReading).doesNotThrowAnyException();
    }

    @Test
    void leavesItToTheFirstStatementWhenCdfCannotBeAsked() {
        cdfIsDown = true;

        assertThat(rights.isRefused()).isFalse();
        assertThatThrownBy(rights::requireReading).hasMessage("CDF cannot be reached");
    }
}
