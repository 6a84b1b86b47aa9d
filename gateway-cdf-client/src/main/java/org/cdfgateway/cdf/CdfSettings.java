package org.cdfgateway.cdf;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.cdfgateway.cdf.adapter.ReadLimits;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.resilience.Budgets;
import org.cdfgateway.cdf.resilience.RetryPolicy;
import org.cdfgateway.cdf.session.TokenEndpoints;
import org.cdfgateway.domain.identity.Secret;

/**
 * How the gateway talks to CDF.
 *
 * @param baseUri origin of the CDF cluster, without {@code /api}
 * @param serviceToken the gateway's own token for the session service, asked for at each call; without one the calls
 *     carry none
 * @param tokenEndpoints where gateway users with client credentials get their tokens
 * @param connectTimeout until a connection stands
 * @param timeouts of calls
 * @param maxAnswerBytes bound of one answer, as it comes over the wire
 */
public record CdfSettings(
        URI baseUri,
        Supplier<Optional<Secret>> serviceToken,
        TokenEndpoints tokenEndpoints,
        Duration connectTimeout,
        CallTimeouts timeouts,
        RetryPolicy retries,
        Budgets budgets,
        ReadLimits readLimits,
        long maxAnswerBytes) {

    /** A page of 10,000 RAW rows is the largest answer, and it comes compressed. */
    private static final long DEFAULT_MAX_ANSWER_BYTES = 128L << 20;

    public CdfSettings {
        if (!"http".equals(baseUri.getScheme()) && !"https".equals(baseUri.getScheme())) {
            throw new IllegalArgumentException("CDF's base URI: " + baseUri + " (expected: http:// or https://)");
        }
        if (maxAnswerBytes < 1) {
            throw new IllegalArgumentException("maxAnswerBytes: " + maxAnswerBytes + " (expected: >= 1)");
        }
    }

    /** The settings that suit CDF as documented (reference/cdf-api-data.md sections 1.6 to 1.8). */
    public static CdfSettings of(URI baseUri, Supplier<Optional<Secret>> serviceToken) {
        return new CdfSettings(
                baseUri,
                serviceToken,
                TokenEndpoints.none(),
                Duration.ofSeconds(10),
                new CallTimeouts(Duration.ofSeconds(90), Duration.ofMinutes(3)),
                RetryPolicy.DEFAULT,
                Budgets.DEFAULT,
                ReadLimits.DEFAULT,
                DEFAULT_MAX_ANSWER_BYTES);
    }

    public CdfSettings withTimeouts(CallTimeouts changed) {
        return new CdfSettings(
                baseUri,
                serviceToken,
                tokenEndpoints,
                connectTimeout,
                changed,
                retries,
                budgets,
                readLimits,
                maxAnswerBytes);
    }

    public CdfSettings withRetries(RetryPolicy changed) {
        return new CdfSettings(
                baseUri,
                serviceToken,
                tokenEndpoints,
                connectTimeout,
                timeouts,
                changed,
                budgets,
                readLimits,
                maxAnswerBytes);
    }

    public CdfSettings withBudgets(Budgets changed) {
        return new CdfSettings(
                baseUri,
                serviceToken,
                tokenEndpoints,
                connectTimeout,
                timeouts,
                retries,
                changed,
                readLimits,
                maxAnswerBytes);
    }

    public CdfSettings withReadLimits(ReadLimits changed) {
        return new CdfSettings(
                baseUri,
                serviceToken,
                tokenEndpoints,
                connectTimeout,
                timeouts,
                retries,
                budgets,
                changed,
                maxAnswerBytes);
    }

    public CdfSettings withTokenEndpoints(TokenEndpoints changed) {
        return new CdfSettings(
                baseUri, serviceToken, changed, connectTimeout, timeouts, retries, budgets, readLimits, maxAnswerBytes);
    }
}
