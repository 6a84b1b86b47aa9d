package org.cdfgateway.app.wiring;

import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.cdfgateway.app.config.GatewayConfig;
import org.cdfgateway.auth.StoreOperations;
import org.cdfgateway.auth.secret.EncryptionKey;
import org.cdfgateway.auth.secret.EncryptionKeyFile;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.store.StoreSettings;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.engine.EmbeddedStore;

/** The store of a configured gateway, for commands. The gateway may be running or not; an embedded store is started then. */
public final class OperatedStore implements AutoCloseable {
    private final GatewayConfig config;
    private final Optional<EmbeddedStore> embedded;
    private final StoreSettings settings;

    private OperatedStore(GatewayConfig config, Optional<EmbeddedStore> embedded, StoreSettings settings) {
        this.config = config;
        this.embedded = embedded;
        this.settings = settings;
    }

    /**
     * The caller closes it.
     *
     * @throws GatewayException when an embedded store can neither be joined nor started
     */
    public static OperatedStore of(GatewayConfig config) {
        Optional<StoreSettings> external = StoreModule.external(config);
        if (external.isPresent()) {
            return new OperatedStore(config, Optional.empty(), external.get());
        }
        EmbeddedStore store = EmbeddedStore.joinOrStart(StoreModule.cluster(config));
        return new OperatedStore(
                config, Optional.of(store), new StoreSettings(store.jdbcUrl(), store.user(), store.password()));
    }

    /** The caller closes it. */
    public StoreOperations open() {
        return StoreOperations.open(settings, Clock.systemUTC());
    }

    /** See {@link StoreOperations#restore}. */
    public void restore(InputStream backup, String actor) {
        StoreOperations.restore(settings, backup, keys(), actor, Clock.systemUTC())
                .close();
    }

    /**
     * The gateway's keys. Makes none.
     *
     * @throws GatewayException INVALID_PARAMETER_VALUE when there is none yet
     */
    public KeyRing keys() {
        return config.store()
                .encryptionKeys()
                .map(StoreModule::ring)
                .orElseGet(() -> KeyRing.in(StoreModule.keyFile(config)));
    }

    /**
     * Makes a key that encrypts from now on.
     *
     * @throws GatewayException FEATURE_NOT_SUPPORTED when the keys are no file
     */
    public EncryptionKey addKey() {
        if (config.store().encryptionKeys().isPresent()) {
            throw new GatewayException(
                            ErrorKind.FEATURE_NOT_SUPPORTED,
                            "The encryption keys are a setting, which this command cannot change.")
                    .withHint("Put a new key, made with openssl rand -base64 32, before the old ones in"
                            + " GATEWAY_STORE_ENCRYPTION_KEY of every gateway, start them anew, and repeat the command"
                            + " with --keep-first.");
        }
        EncryptionKeyFile file = StoreModule.keyFile(config);
        return file.addFirst();
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedStore::close);
    }
}
