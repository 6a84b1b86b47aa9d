package org.cdfgateway.cdf.resilience;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cdfgateway.cdf.api.Call;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * Keeps each identity within CDF's budgets: a request waits until it fits. Waiting counts against the time of the call;
 * identities never wait for each other.
 */
final class BudgetedClient implements Client {
    /** Identities times budgets that are remembered; the one unused for longest goes first. */
    private static final int MAX_REMEMBERED = 4_096;

    private final Client next;
    private final Budgets budgets;
    private final Duration longestWait;
    private final Map<Key, Gate> gates = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Gate> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    BudgetedClient(Client next, Budgets budgets, Duration longestWait) {
        this.next = next;
        this.budgets = budgets;
        this.longestWait = longestWait;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Call call = Call.of(options);
        Gate gate = gate(call);
        try {
            gate.bulkhead().acquirePermission();
        } catch (BulkheadFullException e) {
            throw exhausted(call, e);
        } catch (AcquirePermissionCancelledException e) {
            throw interrupted(e);
        }
        try {
            RateLimiter.waitForPermission(gate.rate());
            return next.execute(request, options);
        } catch (RequestNotPermitted e) {
            throw exhausted(call, e);
        } catch (AcquirePermissionCancelledException e) {
            throw interrupted(e);
        } finally {
            gate.bulkhead().onComplete();
        }
    }

    private Gate gate(Call call) {
        String name = call.operation().budget();
        Key key = new Key(name, call.access().project(), call.access().principal());
        synchronized (gates) {
            return gates.computeIfAbsent(key, unused -> open(name, budgets.budget(name)));
        }
    }

    private Gate open(String name, Budget budget) {
        return new Gate(
                RateLimiter.of(
                        name,
                        RateLimiterConfig.custom()
                                .limitForPeriod(budget.requestsPerSecond())
                                .limitRefreshPeriod(Duration.ofSeconds(1))
                                .timeoutDuration(longestWait)
                                .build()),
                Bulkhead.of(
                        name,
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(budget.concurrentRequests())
                                .maxWaitDuration(longestWait)
                                .build()));
    }

    private static GatewayException exhausted(Call call, RuntimeException cause) {
        return new GatewayException(
                        ErrorKind.CONFIGURATION_LIMIT_EXCEEDED,
                        "could not " + call.operation() + ": too many requests of the same user are waiting for CDF")
                .withHint("Try again later, or with fewer statements at the same time.")
                .causedBy(cause);
    }

    private static IOException interrupted(RuntimeException cause) {
        InterruptedIOException interrupted = new InterruptedIOException("interrupted while waiting for CDF's budget");
        interrupted.initCause(cause);
        return interrupted;
    }

    private record Key(String budget, String project, String principal) {}

    private record Gate(RateLimiter rate, Bulkhead bulkhead) {}

    @Override
    public String toString() {
        return "budget(" + next + ")";
    }
}
