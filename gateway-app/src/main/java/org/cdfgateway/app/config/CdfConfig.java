package org.cdfgateway.app.config;

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
 */
public record CdfConfig(URI url, Optional<Path> serviceTokenFile) {

    private static final Setting<URI> URL = required(
            "gateway.cdf.url",
            SettingType.HTTP_URL,
            "Base URL of the CDF cluster, for example https://westeurope-1.cognitedata.com.");
    private static final Setting<Path> SERVICE_TOKEN_FILE = optional(
            "gateway.cdf.service-token-file",
            SettingType.PATH,
            "File with the bearer token with which the gateway exchanges nonces and renews CDF sessions.");

    static final SettingGroup SETTINGS = new SettingGroup("CDF", List.of(URL, SERVICE_TOKEN_FILE));

    static CdfConfig from(SettingValues values) {
        return new CdfConfig(values.get(URL), values.find(SERVICE_TOKEN_FILE));
    }
}
