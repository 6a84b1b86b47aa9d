package org.cdfgateway.cdf.api;

import feign.Client;
import feign.Feign;
import feign.FeignException;
import feign.InvocationContext;
import feign.ResponseInterceptor;
import feign.Retryer;
import feign.Target;
import java.io.IOException;
import java.net.URI;

/** The calls of one CDF cluster, all through one client. */
public final class CdfApis {
    private final Feign feign;
    private final String origin;

    /** @param client answers successes only: it throws for everything else */
    public CdfApis(URI baseUri, Client client) {
        JsonBodies bodies = new JsonBodies();
        origin = baseUri.toString().replaceFirst("/+$", "");
        feign = Feign.builder()
                .client(client)
                .encoder(bodies)
                .decoder(bodies)
                .responseInterceptor(CdfApis::understood)
                .retryer(Retryer.NEVER_RETRY)
                .build();
    }

    private static Object understood(InvocationContext invocation, ResponseInterceptor.Chain chain) throws Exception {
        try {
            return chain.next(invocation);
        } catch (FeignException e) {
            // The client has thrown for everything but a success, so what failed is reading the body.
            throw Answer.notUnderstood(
                    e.getCause() instanceof IOException unreadable ? unreadable : new IOException(e));
        }
    }

    public <T> T api(Class<T> type) {
        return feign.newInstance(new Target.HardCodedTarget<>(type, origin));
    }
}
