package org.cdfgateway.app.config;

import static org.cdfgateway.app.config.Setting.defaulted;

import java.util.List;

/**
 * Where the HTTP API and the health checks listen.
 *
 * @param port 0 lets the operating system choose
 */
public record HttpConfig(String address, int port) {

    private static final Setting<String> ADDRESS = defaulted(
            "gateway.http.address",
            SettingType.TEXT,
            "127.0.0.1",
            "Address of the HTTP API and the health checks; put a proxy that ends TLS before it.");
    private static final Setting<Integer> PORT =
            defaulted("gateway.http.port", SettingType.PORT, "8080", "Port of the HTTP API and the health checks.");

    static final SettingGroup SETTINGS = new SettingGroup("HTTP API", List.of(ADDRESS, PORT));

    static HttpConfig from(SettingValues values) {
        return new HttpConfig(values.get(ADDRESS), values.get(PORT));
    }
}
