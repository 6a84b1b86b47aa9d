package org.cdfgateway.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.cdfgateway.auth.fake.HeldTasks;
import org.cdfgateway.auth.fake.MovableClock;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionTokensTest {
    private static final Duration LIFE = Duration.ofHours(1);

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger fetches = new AtomicInteger();
    private final HeldTasks tasks = new HeldTasks();

    @Test
    void usesTheTokenOfTheBindFirst() {
        SessionTokens tokens = inBackground(
                new SessionToken(new Secret("bound"), clock.instant().plus(LIFE)));

        assertThat(tokens.accessToken()).isEqualTo(new Secret("bound"));
        assertThat(tasks.size()).isZero();
    }

    @Test
    void keepsATokenUntilAMinuteBeforeItExpires() {
        SessionTokens tokens = atOnce(this::nextToken);

        assertThat(tokens.accessToken()).isEqualTo(new Secret("token 1"));
        clock.advance(Duration.ofMinutes(59).minusSeconds(1));

        assertThat(tokens.accessToken()).isEqualTo(new Secret("token 1"));
        assertThat(fetches).hasValue(1);
    }

    @Test
    void renewsInTheBackgroundWhileTheOldTokenWorks() {
        SessionTokens tokens = inBackground(
                new SessionToken(new Secret("bound"), clock.instant().plus(LIFE)));
        clock.advance(Duration.ofMinutes(59));

        assertThat(tokens.accessToken()).isEqualTo(new Secret("bound"));
        assertThat(tokens.accessToken()).isEqualTo(new Secret("bound"));
        assertThat(tasks.size()).isEqualTo(1);
        tasks.runAll();

        assertThat(tokens.accessToken()).isEqualTo(new Secret("token 1"));
    }

    @Test
    void waitsForANewTokenWhenTheOldOneHasExpired() {
        SessionTokens tokens = atOnce(this::nextToken);
        tokens.accessToken();
        clock.advance(LIFE);

        assertThat(tokens.accessToken()).isEqualTo(new Secret("token 2"));
    }

    @Test
    void replacesARejectedTokenOnce() {
        SessionTokens tokens = atOnce(this::nextToken);
        Secret rejected = tokens.accessToken();

        tokens.rejected(rejected);
        Secret next = tokens.accessToken();
        tokens.rejected(rejected);

        assertThat(next).isEqualTo(new Secret("token 2"));
        assertThat(tokens.accessToken()).isEqualTo(next);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void fetchesOnceForFiftyThreads() throws Exception {
        CountDownLatch allWait = new CountDownLatch(1);
        ExecutorService fetching = Executors.newSingleThreadExecutor();
        ExecutorService statements = Executors.newFixedThreadPool(50);
        SessionTokens tokens = new SessionTokens(
                "anna/1",
                () -> {
                    uninterrupted(allWait);
                    return nextToken();
                },
                fetching,
                clock,
                null);
        Callable<Secret> statement = tokens::accessToken;

        List<Future<Secret>> results = new ArrayList<>();
        for (Callable<Secret> each : Collections.nCopies(50, statement)) {
            results.add(statements.submit(each));
        }
        allWait.countDown();

        for (Future<Secret> result : results) {
            assertThat(result.get()).isEqualTo(new Secret("token 1"));
        }
        assertThat(fetches).hasValue(1);
        statements.shutdown();
        fetching.shutdown();
    }

    @Test
    void doesNotAskAgainForASessionThatHasEnded() {
        SessionTokens tokens = atOnce(() -> {
            fetches.incrementAndGet();
            throw new GatewayException(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION, "It has ended.")
                    .withDetail("Session not found")
                    .withHint("Create another.");
        });

        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(tokens::accessToken)
                    .isInstanceOfSatisfying(GatewayException.class, e -> {
                        assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION);
                        assertThat(e.detail()).contains("Session not found");
                        assertThat(e.hint()).contains("Create another.");
                    })
                    .hasMessage("It has ended.");
        }

        assertThat(fetches).hasValue(1);
    }

    @Test
    void asksAgainForAnEndedSessionAfterAWhile() {
        List<Supplier<SessionToken>> answers = new ArrayList<>(List.of(
                () -> {
                    throw new GatewayException(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION, "It has ended.");
                },
                this::nextToken));
        SessionTokens tokens = atOnce(() -> answers.remove(0).get());
        assertThatThrownBy(tokens::accessToken).hasMessage("It has ended.");

        clock.advance(SessionTokens.REFUSAL_KEPT);

        assertThat(tokens.accessToken()).isEqualTo(new Secret("token 1"));
    }

    @Test
    void passesOnThatCdfCannotBeReachedAndTriesAgainNextTime() {
        List<Supplier<SessionToken>> answers = new ArrayList<>(List.of(
                () -> {
                    throw new GatewayException(ErrorKind.IO_ERROR, "CDF cannot be reached.");
                },
                this::nextToken));
        SessionTokens tokens = atOnce(() -> answers.remove(0).get());

        assertThatThrownBy(tokens::accessToken)
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.IO_ERROR))
                .hasMessage("CDF cannot be reached.");

        assertThat(tokens.accessToken()).isEqualTo(new Secret("token 1"));
    }

    @Test
    void hidesAnOutageWhileTheOldTokenWorksAndRetriesNowAndThen() {
        SessionTokens tokens = new SessionTokens(
                "anna/1",
                () -> {
                    fetches.incrementAndGet();
                    throw new GatewayException(ErrorKind.IO_ERROR, "CDF cannot be reached.");
                },
                Runnable::run,
                clock,
                new SessionToken(new Secret("bound"), clock.instant().plus(LIFE)));
        clock.advance(Duration.ofMinutes(59));

        for (int second = 0; second < 50; second++) {
            assertThat(tokens.accessToken()).isEqualTo(new Secret("bound"));
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(fetches).hasValue(5);
        assertThatThrownBy(tokens::accessToken).hasMessage("CDF cannot be reached.");
    }

    @Test
    void letsAWaitingStatementBeCancelledWithoutDisturbingOthers() throws Exception {
        SessionTokens tokens = inBackground(null);
        FutureTask<Secret> cancelled = new FutureTask<>(tokens::accessToken);
        FutureTask<Secret> patient = new FutureTask<>(tokens::accessToken);
        Thread cancelledThread = new Thread(cancelled);
        cancelledThread.start();
        new Thread(patient).start();
        await("the fetch is asked for").until(() -> tasks.size() == 1);

        cancelledThread.interrupt();
        assertThatThrownBy(cancelled::get).rootCause().isInstanceOf(InterruptedException.class);
        tasks.runAll();

        assertThat(patient.get()).isEqualTo(new Secret("token 1"));
    }

    @Test
    void preparesATokenOnlyWhenThereIsNone() {
        SessionTokens tokens = inBackground(null);

        tokens.prepare();
        tokens.prepare();
        tasks.runAll();
        tokens.prepare();

        assertThat(tasks.size()).isZero();
        assertThat(tokens.accessToken()).isEqualTo(new Secret("token 1"));
        assertThat(fetches).hasValue(1);
    }

    @Test
    void saysThatTheGatewayStopsWhenNothingIsFetchedAnyMore() {
        SessionTokens tokens = new SessionTokens(
                "anna/1",
                this::nextToken,
                task -> {
                    throw new RejectedExecutionException();
                },
                clock,
                null);

        assertThatThrownBy(tokens::accessToken)
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.ADMIN_SHUTDOWN))
                .hasMessage("The gateway is stopping.");
    }

    private SessionTokens atOnce(Supplier<SessionToken> source) {
        return new SessionTokens("anna/1", source, Runnable::run, clock, null);
    }

    private SessionTokens inBackground(@Nullable SessionToken first) {
        return new SessionTokens("anna/1", this::nextToken, tasks, clock, first);
    }

    private SessionToken nextToken() {
        return new SessionToken(
                new Secret("token " + fetches.incrementAndGet()),
                clock.instant().plus(LIFE));
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
