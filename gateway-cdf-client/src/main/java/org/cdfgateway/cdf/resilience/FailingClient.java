package org.cdfgateway.cdf.resilience;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.cdfgateway.cdf.api.Call;
import org.cdfgateway.cdf.api.Operation;
import org.cdfgateway.cdf.error.CdfErrorReader;
import org.cdfgateway.cdf.error.CdfFailures;

/**
 * Turns everything but a success into the gateway's error. It stands here and not in Feign's error decoder, because
 * only here the operation is known, which decides what a status means.
 */
final class FailingClient implements Client {
    private final Client next;
    private final RetryAfter retryAfter;

    FailingClient(Client next, RetryAfter retryAfter) {
        this.next = next;
        this.retryAfter = retryAfter;
    }

    @Override
    public Response execute(Request request, Request.Options options) {
        Operation operation = Call.of(options).operation();
        Response response;
        try {
            response = next.execute(request, options);
        } catch (InterruptedIOException e) {
            throw CdfFailures.canceled(operation).causedBy(e);
        } catch (IOException e) {
            throw CdfFailures.unreachable(operation, e);
        }
        if (response.status() < 200 || response.status() >= 300) {
            throw CdfFailures.answered(operation, CdfErrorReader.read(response), retryAfter.of(response));
        }
        return response;
    }

    @Override
    public String toString() {
        return "failure(" + next + ")";
    }
}
