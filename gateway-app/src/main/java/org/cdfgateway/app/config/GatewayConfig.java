package org.cdfgateway.app.config;

import static org.cdfgateway.app.config.Setting.defaulted;

import java.nio.file.Path;
import java.util.List;

/**
 * Everything that an operator can set.
 *
 * @param stateDirectory holds the unpacked engine, its databases, the embedded store and generated keys
 */
public record GatewayConfig(
        ListenConfig listen,
        LoginConfig logins,
        HttpConfig http,
        CdfConfig cdf,
        StoreConfig store,
        EngineConfig engine,
        LimitConfig limits,
        Path stateDirectory) {

    private static final Setting<Path> STATE_DIRECTORY = defaulted(
            "gateway.state-dir",
            SettingType.PATH,
            "/var/lib/cdf-gateway",
            "Directory for the unpacked engine, its databases, the embedded store and generated keys; belongs to one"
                    + " gateway.");

    /** All settings, in the order of the reference page. */
    static final List<SettingGroup> SETTINGS = List.of(
            CdfConfig.SETTINGS,
            ListenConfig.SETTINGS,
            LoginConfig.SETTINGS,
            HttpConfig.SETTINGS,
            new SettingGroup("State", List.of(STATE_DIRECTORY)),
            StoreConfig.SETTINGS,
            EngineConfig.SETTINGS,
            LimitConfig.SETTINGS);

    static GatewayConfig from(SettingValues values) {
        ListenConfig listen = ListenConfig.from(values);
        return new GatewayConfig(
                listen,
                LoginConfig.from(values),
                HttpConfig.from(values, listen.tls()),
                CdfConfig.from(values),
                StoreConfig.from(values),
                EngineConfig.from(values),
                LimitConfig.from(values),
                values.get(STATE_DIRECTORY));
    }
}
