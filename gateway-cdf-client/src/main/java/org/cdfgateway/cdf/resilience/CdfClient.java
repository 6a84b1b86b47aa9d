package org.cdfgateway.cdf.resilience;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import org.cdfgateway.cdf.api.CallTimeouts;

/**
 * The client that all calls go through. The order of its layers, outermost first:
 *
 * <pre>
 *   identification  says who is calling
 *   failure         everything but success becomes a GatewayException
 *   retry           each try passes all the layers below again, so that
 *   budget            - tries count against CDF's budgets and wait their turn,
 *   token             - a try after a long wait carries a fresh token,
 *   gzip              - and a broken body is a failed try
 *   transport       waits for the whole answer, within the time of the call
 * </pre>
 *
 * The time limit of a call is not a layer of its own: retry, budget and transport look at {@code Call.remaining()}.
 * There is no circuit breaker: tries are bounded in number and time, and one identity's failures say nothing about
 * another's.
 */
public final class CdfClient implements Client, AutoCloseable {
    private final JdkTransport transport;
    private final Client outermost;

    /** @param maxAnswerBytes bound of one answer, as it comes over the wire */
    public CdfClient(
            HttpClient http, CallTimeouts timeouts, RetryPolicy retries, Budgets budgets, long maxAnswerBytes) {
        RetryAfter retryAfter = new RetryAfter(Clock.systemUTC());
        transport = new JdkTransport(http, maxAnswerBytes);
        Client stack = new CompressingClient(transport);
        stack = new TokenClient(stack);
        stack = new BudgetedClient(stack, budgets, timeouts.total());
        stack = new RetryingClient(stack, retries, retryAfter);
        stack = new FailingClient(stack, retryAfter);
        outermost = new IdentifyingClient(stack);
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        return outermost.execute(request, options);
    }

    /** Aborts what is under way. */
    @Override
    public void close() {
        transport.close();
    }

    @Override
    public String toString() {
        return outermost.toString();
    }
}
