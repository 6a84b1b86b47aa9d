package org.cdfgateway.app.config;

import static org.cdfgateway.app.config.Setting.defaulted;
import static org.cdfgateway.app.config.Setting.optional;
import static org.cdfgateway.app.config.Setting.required;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How CDF is reached.
 *
 * @param serviceTokenFile holds the bearer token that exchanges nonces and renews sessions; read anew when it changes
 * @param tokenUrls where clients of identity providers may get tokens; empty when users are made with nonces only
 * @param tries of a call that failed for a passing reason, the first included
 * @param keepsBudgets whether calls wait so that CDF need not throttle them
 */
public record CdfConfig(
        URI url, Optional<Path> serviceTokenFile, List<URI> tokenUrls, int tries, boolean keepsBudgets) {

    private static final Setting<URI> URL = required(
            "gateway.cdf.url",
            SettingType.HTTP_URL,
            "Base URL of the CDF cluster, for example https://westeurope-1.cognitedata.com.");
    private static final Setting<Path> SERVICE_TOKEN_FILE = optional(
            "gateway.cdf.service-token-file",
            SettingType.PATH,
            "File with the bearer token with which the gateway exchanges nonces and renews CDF sessions.");
    private static final Setting<List<URI>> TOKEN_URLS = optional(
            "gateway.cdf.token-urls",
            SettingType.HTTP_URLS,
            "Token endpoints, with blanks between them, of which users may be made with client credentials instead of"
                    + " nonces; the gateway asks no other address for tokens. Without it there are no such users.");
    private static final Setting<Integer> TRIES = defaulted(
            "gateway.cdf.tries",
            SettingType.COUNT,
            "8",
            "How often a call is made that CDF throttles or that fails for another passing reason, with growing"
                    + " waits, before the statement fails; 8 take half a minute on average.");

    private static final Setting<Boolean> KEEP_BUDGETS = defaulted(
            "gateway.cdf.keep-budgets",
            SettingType.YES_OR_NO,
            "true",
            "Stay below the requests per second and at a time that CDF documents for one identity, for example 23 lists"
                    + " of 1,000 assets a second. false leaves throttling to CDF.");

    static final SettingGroup SETTINGS =
            new SettingGroup("CDF", List.of(URL, SERVICE_TOKEN_FILE, TOKEN_URLS, TRIES, KEEP_BUDGETS));

    static CdfConfig from(SettingValues values) {
        return new CdfConfig(
                values.get(URL),
                values.find(SERVICE_TOKEN_FILE),
                values.find(TOKEN_URLS).orElse(List.of()),
                values.get(TRIES),
                values.get(KEEP_BUDGETS));
    }
}
