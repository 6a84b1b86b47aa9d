package org.cdfgateway.cdf.resilience;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import org.cdfgateway.cdf.api.Call;
import org.cdfgateway.cdf.api.Repeatability;
import org.cdfgateway.cdf.error.CdfErrorReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats calls that failed for a passing reason, as far as a repetition is safe and the call's time allows.
 *
 * <pre>
 *                                   READ   UPSERT  ONCE
 *   429, flagged auto-retryable      yes     yes    yes
 *   not connected                    yes     yes    yes
 *   502, 503, 504, broken off        yes     yes     -
 *   408, 500                         yes      -      -
 * </pre>
 */
final class RetryingClient implements Client {
    private static final Logger LOG = LoggerFactory.getLogger(RetryingClient.class);

    private final Client next;
    private final RetryPolicy policy;
    private final RetryAfter retryAfter;

    RetryingClient(Client next, RetryPolicy policy, RetryAfter retryAfter) {
        this.next = next;
        this.policy = policy;
        this.retryAfter = retryAfter;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Course course = new Course(Call.of(options));
        RetryConfig config = RetryConfig.<Response>custom()
                .maxAttempts(policy.tries())
                .retryOnResult(course::repeatsAfter)
                .retryOnException(course::repeatsAfter)
                .intervalBiFunction(course::wait)
                .build();
        try {
            return Retry.of(course.call.operation().name(), config)
                    .executeCheckedSupplier(() -> next.execute(request, options));
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } catch (IOException e) {
            // An interrupted wait ends with the failure it followed.
            throw Thread.currentThread().isInterrupted() ? interrupted(e) : e;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }

    private static IOException interrupted(Exception cause) {
        InterruptedIOException interrupted = new InterruptedIOException("interrupted while waiting to try again");
        interrupted.initCause(cause);
        return interrupted;
    }

    /** The tries of one call. Belongs to the thread that makes it. */
    private final class Course {
        private final Call call;
        private int triesDone;
        private Duration nextWait = Duration.ZERO;

        Course(Call call) {
            this.call = call;
        }

        boolean repeatsAfter(Response response) {
            triesDone++;
            return response.status() >= 400
                    && repeats(response)
                    && fits(retryAfter.of(response).map(policy::capped).orElse(Duration.ZERO), response.status());
        }

        boolean repeatsAfter(Throwable failure) {
            triesDone++;
            return failure instanceof IOException
                    && !(failure instanceof InterruptedIOException)
                    && (neverSent(failure) || call.operation().repeatability() != Repeatability.ONCE)
                    && fits(Duration.ZERO, failure);
        }

        private boolean repeats(Response response) {
            Repeatability repeatability = call.operation().repeatability();
            boolean byStatus = switch (response.status()) {
                case 429 -> true;
                case 502, 503, 504 -> repeatability != Repeatability.ONCE;
                case 408, 500 -> repeatability == Repeatability.READ;
                default -> false;
            };
            return byStatus || CdfErrorReader.read(response).autoRetryable();
        }

        /** Plans the wait; a wait that outlasts the call is not begun. */
        private boolean fits(Duration asked, Object reason) {
            Duration backOff =
                    policy.backOff(triesDone, ThreadLocalRandom.current().nextDouble());
            nextWait = asked.compareTo(backOff) > 0 ? asked : backOff;
            boolean fits = nextWait.compareTo(call.remaining()) < 0;
            if (fits && triesDone < policy.tries()) {
                LOG.debug("{}: try {} failed ({}), next in {}", call.operation(), triesDone, reason, nextWait);
            }
            return fits;
        }

        long wait(Integer tries, Either<Throwable, Response> outcome) {
            return nextWait.toMillis();
        }
    }

    private static boolean neverSent(Throwable failure) {
        return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
    }

    @Override
    public String toString() {
        return "retry(" + next + ")";
    }
}
