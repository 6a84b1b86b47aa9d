package org.cdfgateway.app.config;

import static org.cdfgateway.app.config.Setting.optional;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.identity.Secret;

/**
 * Where users and sessions are kept.
 *
 * @param external empty for the embedded PostgreSQL in the state directory
 * @param encryptionKeyFile holds the encryption keys
 * @param encryptionKeys the keys themselves, with white space between them; when neither is there, the gateway makes a key
 *     in the state directory
 */
public record StoreConfig(
        Optional<ExternalStore> external, Optional<Path> encryptionKeyFile, Optional<Secret> encryptionKeys) {

    private static final Setting<String> URL = optional(
            "gateway.store.url",
            SettingType.TEXT,
            "JDBC URL of the PostgreSQL database that keeps users and sessions; without it an embedded one in the state"
                    + " directory. Gateways that share users share it.");
    private static final Setting<String> USER =
            optional("gateway.store.user", SettingType.TEXT, "User of that database, owner of a schema of its own.");
    private static final Setting<Secret> PASSWORD =
            optional("gateway.store.password", SettingType.SECRET, "Password of that user.");
    private static final Setting<Path> ENCRYPTION_KEY_FILE = optional(
            "gateway.store.encryption-key-file",
            SettingType.PATH,
            "File with the keys, 32 bytes in Base64 each, that encrypt session keys and client secrets in the store: the"
                    + " first encrypts, all decrypt. Without it one is made in the state directory. Gateways that share a"
                    + " store need the same.");
    private static final Setting<Secret> ENCRYPTION_KEYS = optional(
            "gateway.store.encryption-key",
            SettingType.SECRET,
            "The keys themselves, with blanks between them, instead of a file; wins over one. Meant for the environment"
                    + " variable.");

    static final SettingGroup SETTINGS =
            new SettingGroup("Store", List.of(URL, USER, PASSWORD, ENCRYPTION_KEY_FILE, ENCRYPTION_KEYS));

    /** A PostgreSQL database that the operator runs. */
    public record ExternalStore(String url, String user, Secret password) {}

    public StoreConfig {
        if (external.isPresent() && encryptionKeyFile.isEmpty() && encryptionKeys.isEmpty()) {
            throw new ConfigException(List.of(ENCRYPTION_KEY_FILE.key() + " is not set but " + URL.key()
                    + " is: a shared store needs a key that does not live on one machine"));
        }
    }

    static StoreConfig from(SettingValues values) {
        return new StoreConfig(external(values), values.find(ENCRYPTION_KEY_FILE), values.find(ENCRYPTION_KEYS));
    }

    private static Optional<ExternalStore> external(SettingValues values) {
        Optional<String> url = values.find(URL);
        Optional<String> user = values.find(USER);
        Optional<Secret> password = values.find(PASSWORD);
        if (url.isEmpty() && user.isEmpty() && password.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ExternalStore(
                url.orElseThrow(() -> incomplete(URL)),
                user.orElseThrow(() -> incomplete(USER)),
                password.orElseThrow(() -> incomplete(PASSWORD))));
    }

    private static ConfigException incomplete(Setting<?> missing) {
        return new ConfigException(List.of(missing.key() + " is not set: an external store needs " + URL.key() + ", "
                + USER.key() + " and " + PASSWORD.key()));
    }
}
