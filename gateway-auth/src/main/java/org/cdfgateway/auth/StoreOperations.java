package org.cdfgateway.auth;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.cdfgateway.auth.operation.KeyRotation;
import org.cdfgateway.auth.secret.EncryptionKey;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.store.AuditEntry;
import org.cdfgateway.auth.store.AuditEntry.Action;
import org.cdfgateway.auth.store.AuditFilter;
import org.cdfgateway.auth.store.AuditRows;
import org.cdfgateway.auth.store.Store;
import org.cdfgateway.auth.store.StoreSettings;
import org.cdfgateway.domain.error.GatewayException;

/**
 * What operators do with a store, while gateways run on it or not. Calls block; every method may throw IO_ERROR when the
 * store cannot be reached. Whoever opens closes.
 */
public final class StoreOperations implements AutoCloseable {
    private final Store store;
    private final Clock clock;

    private StoreOperations(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Connects to the store and brings its tables up to date.
     *
     * @throws GatewayException IO_ERROR when the store cannot be reached or changed
     */
    public static StoreOperations open(StoreSettings settings, Clock clock) {
        return new StoreOperations(Store.open(settings), clock);
    }

    /** How many secrets each key has encrypted, by the key's id. */
    public Map<String, Long> keysInUse() {
        return store.inTransaction(KeyRotation::keysInUse);
    }

    /**
     * Encrypts with the first key whatever another key has encrypted, all of it or nothing. May be repeated. Gateways that
     * run on the store go on, provided that they find the first key where they have theirs from.
     *
     * @param actor whom the audit names
     * @return how many secrets were encrypted
     * @throws GatewayException INVALID_PARAMETER_VALUE when a secret's key is not among the keys
     */
    public int encryptWithFirst(KeyRing keys, String actor) {
        EncryptionKey first = keys.first();
        return store.inTransaction(connection -> {
            int encrypted = KeyRotation.encrypt(connection, keys, first);
            String detail = encrypted + " secrets, now encrypted with key " + first.id();
            AuditRows.insert(connection, done(actor, Action.ROTATE_KEY, detail));
            return encrypted;
        });
    }

    /** The latest entries of the audit that fit, in the order in which they were written. */
    public List<AuditEntry> audit(AuditFilter filter) {
        return store.inTransaction(connection -> AuditRows.latest(connection, filter));
    }

    private AuditEntry done(String actor, Action action, String detail) {
        return new AuditEntry(
                clock.instant().truncatedTo(ChronoUnit.MILLIS), actor, action, "", "", AuditEntry.DONE, detail);
    }

    @Override
    public void close() {
        store.close();
    }
}
