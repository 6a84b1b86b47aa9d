package org.cdfgateway.app.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cdfgateway.app.config.GatewayConfig;
import org.cdfgateway.auth.secret.EncryptionKey;
import org.cdfgateway.auth.secret.EncryptionKeyFile;
import org.cdfgateway.auth.store.StoreSettings;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
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
        return config.store()
                .external()
                .map(external -> new StoreSettings(external.url(), external.user(), external.password()))
                .orElseGet(() -> embedded(config, parts));
    }

    @Provides
    @Singleton
    static EncryptionKey encryptionKey(GatewayConfig config) {
        return config.store()
                .encryptionKeyFile()
                .map(file -> new EncryptionKeyFile(file).read())
                .orElseGet(() -> new EncryptionKeyFile(
                                existing(config.stateDirectory()).resolve("encryption.key"))
                        .readOrCreate());
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
        EmbeddedStore store = parts.add(
                EmbeddedStore.start(new StoreClusterSettings(EngineModule.installation(config), STORE_CONNECTIONS)));
        return new StoreSettings(store.jdbcUrl(), store.user(), store.password());
    }
}
