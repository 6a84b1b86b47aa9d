package org.cdfgateway.cdf;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.CdfApis;
import org.cdfgateway.cdf.resilience.CdfClient;
import org.cdfgateway.cdf.resilience.RetryPolicy;
import org.cdfgateway.domain.identity.Secret;

/** A server that answers as stubbed, and settings for a connection to it that does not wait between tries. */
public final class CdfServer implements AutoCloseable {
    public final WireMockServer wire = new WireMockServer(options().dynamicPort());

    public CdfServer() {
        wire.start();
    }

    public CdfSettings settings() {
        return CdfSettings.of(URI.create(wire.baseUrl()), () -> Optional.of(new Secret("service-token")))
                .withRetries(new RetryPolicy(3, Duration.ZERO, Duration.ofSeconds(1)))
                .withTimeouts(new CallTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20)));
    }

    public CdfClient client() {
        return client(settings().maxAnswerBytes());
    }

    public CdfClient client(long maxAnswerBytes) {
        CdfSettings settings = settings();
        return new CdfClient(
                HttpClient.newHttpClient(),
                settings.timeouts(),
                settings.retries(),
                settings.budgets(),
                maxAnswerBytes);
    }

    public CdfApis apis(CdfClient client) {
        return new CdfApis(settings().baseUri(), client);
    }

    public CdfApis apis() {
        return apis(client());
    }

    @Override
    public void close() {
        wire.stop();
    }
}
