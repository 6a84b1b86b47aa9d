package org.cdfgateway.app.config;

import static org.cdfgateway.app.config.Setting.defaulted;
import static org.cdfgateway.app.config.Setting.optional;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is wanted of SQL clients' certificates, beside the password.
 *
 * @param authorities PEM; there unless the demand is off
 * @param nameIsUser whether the common name has to be the user's name
 */
public record ClientCertificateConfig(Demand demand, Optional<Path> authorities, boolean nameIsUser) {

    private static final Setting<Demand> DEMAND = defaulted(
            "gateway.listen.client-certificates",
            SettingType.oneOf(Demand.class),
            "off",
            "Whether clients are asked for a certificate besides their password: optional checks those that are shown,"
                    + " required refuses clients without one.");
    private static final Setting<Path> AUTHORITIES = optional(
            "gateway.listen.client-ca",
            SettingType.PATH,
            "PEM file with the authorities that may have issued clients' certificates.");
    private static final Setting<Boolean> NAME_IS_USER = defaulted(
            "gateway.listen.client-name-is-user",
            SettingType.YES_OR_NO,
            "true",
            "Whether the common name (CN) of a client's certificate has to be the user's name, as PostgreSQL's"
                    + " clientcert=verify-full has it; false is verify-ca.");

    static final List<Setting<?>> SETTINGS = List.of(DEMAND, AUTHORITIES, NAME_IS_USER);

    /** Whether a client is asked for a certificate, and whether it can do without. */
    public enum Demand {
        OFF,
        OPTIONAL,
        REQUIRED
    }

    public ClientCertificateConfig {
        if (demand != Demand.OFF && authorities.isEmpty()) {
            throw new ConfigException(List.of(AUTHORITIES.key() + " is not set: " + DEMAND.key()
                    + " needs the file of the authorities to trust"));
        }
    }

    static ClientCertificateConfig from(SettingValues values) {
        return new ClientCertificateConfig(values.get(DEMAND), values.find(AUTHORITIES), values.get(NAME_IS_USER));
    }
}
