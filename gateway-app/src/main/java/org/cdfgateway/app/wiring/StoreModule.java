package org.cdfgateway.app.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cdfgateway.app.config.GatewayConfig;
import org.cdfgateway.auth.secret.EncryptionKey;
import org.cdfgateway.auth.secret.EncryptionKeyFile;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.store.StoreSettings;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.engine.EmbeddedStore;
import org.cdfgateway.engine.StoreClusterSettings;

/** Where users are kept: the operator's database, or an embedded one. */
@Module
interface StoreModule {

    /** More than the connection pool of one gateway takes. */
    int STORE_CONNECTIONS = 50;

    @Provides
    @Singleton
    static StoreSettings store(GatewayConfig config, StartedParts parts) {
        return external(config).orElseGet(() -> embedded(config, parts));
    }

    @Provides
    @Singleton
    static KeyRing encryptionKeys(GatewayConfig config) {
        Optional<KeyRing> fromSetting = config.store().encryptionKeys().map(StoreModule::ring);
        return fromSetting.orElseGet(() -> {
            EncryptionKeyFile file = keyFile(config);
            if (config.store().encryptionKeyFile().isEmpty()) {
                existing(config.stateDirectory());
                file.readOrCreate();
            }
            return KeyRing.in(file);
        });
    }

    static KeyRing ring(Secret keys) {
        return KeyRing.of(EncryptionKey.listOfBase64(keys));
    }

    /** Where the keys are, unless they are a setting. */
    static EncryptionKeyFile keyFile(GatewayConfig config) {
        return new EncryptionKeyFile(config.store()
                .encryptionKeyFile()
                .orElseGet(() -> config.stateDirectory().resolve("encryption.key")));
    }

    static Optional<StoreSettings> external(GatewayConfig config) {
        return config.store()
                .external()
                .map(external -> new StoreSettings(external.url(), external.user(), external.password()));
    }

    static StoreClusterSettings cluster(GatewayConfig config) {
        return new StoreClusterSettings(EngineModule.installation(config), STORE_CONNECTIONS);
    }

    private static Path existing(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "directory " + directory + " cannot be made: " + e)
                    .withHint("Choose another one with gateway.state-dir.")
                    .causedBy(e);
        }
    }

    private static StoreSettings embedded(GatewayConfig config, StartedParts parts) {
        EmbeddedStore store = parts.add(EmbeddedStore.start(cluster(config)));
        return new StoreSettings(store.jdbcUrl(), store.user(), store.password());
    }
}
