package org.cdfgateway.cdf.resilience;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cdfgateway.cdf.api.Call;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with the JDK's HTTP client and waits for the whole answer. Feign's own adapter returns with the
 * headers: a body that stalls or breaks off would then escape the time limit, the retries and the interruption, so
 * the (compressed) body is awaited here. HTTP/2 where TLS negotiates it.
 *
 * <p>Interrupting the waiting thread, or {@link #close()}, aborts the request at once.
 */
final class JdkTransport implements Client, AutoCloseable {
    /** Headers that the JDK's client sets itself. */
    private static final Set<String> RESTRICTED = Set.of("content-length", "host", "connection");

    /** What the JDK says when an HTTP/2 connection has no room for another request, before it sends anything. */
    private static final String TOO_MANY_STREAMS = "too many concurrent streams";

    private final HttpClient http;
    private final long maxAnswerBytes;

    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    /** @param maxAnswerBytes bound of one answer, as it comes over the wire */
    JdkTransport(HttpClient http, long maxAnswerBytes) {
        this.http = http;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    @Override
    @SuppressWarnings("CollectionUndefinedEquality") // identity is what is meant
    public Response execute(Request request, Request.Options options) throws IOException {
        Duration timeout = Call.of(options).attemptTimeout();
        if (timeout.isZero()) {
            throw new HttpTimeoutException("the time for this call is used up");
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(httpRequest(request), unused -> new BoundedBody(maxAnswerBytes));
        underWay.add(answer);
        try {
            if (closed) {
                answer.cancel(true);
            }
            return response(request, answer.get(timeout.toMillis() + 1, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw timedOut(timeout, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } catch (CancellationException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } finally {
            answer.cancel(true);
            underWay.remove(answer);
        }
    }

    private static HttpRequest httpRequest(Request request) {
        byte[] body = request.body();
        URI uri = URI.create(request.url());
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                .method(
                        request.httpMethod().name(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                // The upgrade from clear text is seldom understood, so HTTP/2 is for TLS only.
                .version("https".equals(uri.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
        request.headers().forEach((name, values) -> {
            if (!RESTRICTED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return builder.build();
    }

    private static Response response(Request request, HttpResponse<byte[]> answer) {
        Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        new LinkedHashMap<>(answer.headers().map())
                .forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
        return Response.builder()
                .request(request)
                .status(answer.statusCode())
                .headers(headers)
                .body(answer.body())
                .build();
    }

    private static IOException failed(@Nullable Throwable cause) {
        if (cause instanceof BoundedBody.TooLarge) {
            throw new GatewayException(ErrorKind.PROGRAM_LIMIT_EXCEEDED, String.valueOf(cause.getMessage()))
                    .withHint("Read fewer or smaller rows at a time.")
                    .causedBy(cause);
        }
        if (cause instanceof IOException failure) {
            return TOO_MANY_STREAMS.equals(failure.getMessage()) ? neverSent(failure) : failure;
        }
        return new IOException(cause);
    }

    private static IOException neverSent(IOException cause) {
        ConnectException neverSent = new ConnectException(cause.getMessage());
        neverSent.initCause(cause);
        return neverSent;
    }

    private static IOException timedOut(Duration timeout, Exception cause) {
        HttpTimeoutException timedOut =
                new HttpTimeoutException("no complete answer within " + timeout.toMillis() + " ms");
        timedOut.initCause(cause);
        return timedOut;
    }

    private static IOException interrupted(Exception cause) {
        InterruptedIOException interrupted = new InterruptedIOException("the request was aborted");
        interrupted.initCause(cause);
        return interrupted;
    }

    /** Aborts all requests under way; they fail as if interrupted. Later requests do so, too. */
    @Override
    public void close() {
        closed = true;
        underWay.forEach(answer -> answer.cancel(true));
    }

    @Override
    public String toString() {
        return "transport";
    }
}
