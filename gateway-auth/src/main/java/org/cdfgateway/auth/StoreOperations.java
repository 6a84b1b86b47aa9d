package org.cdfgateway.auth;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.auth.operation.BackupHead;
import org.cdfgateway.auth.operation.KeyRotation;
import org.cdfgateway.auth.operation.StoreBackup;
import org.cdfgateway.auth.operation.StoreRestore;
import org.cdfgateway.auth.secret.EncryptionKey;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.store.AuditEntry;
import org.cdfgateway.auth.store.AuditEntry.Action;
import org.cdfgateway.auth.store.AuditFilter;
import org.cdfgateway.auth.store.AuditRows;
import org.cdfgateway.auth.store.Store;
import org.cdfgateway.auth.store.StoreSettings;
import org.cdfgateway.domain.error.ErrorKind;
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

    /**
     * Writes everything in the store, as it is at one moment, in a form that {@link #restore} reads. Leaves {@code out}
     * open.
     *
     * @throws GatewayException IO_ERROR when it cannot be written
     */
    public void backUp(OutputStream out) {
        store.change(connection -> {
            try {
                StoreBackup.write(connection, out);
            } catch (IOException e) {
                throw new GatewayException(ErrorKind.IO_ERROR, "The backup cannot be written: " + e.getMessage())
                        .causedBy(e);
            }
        });
    }

    /**
     * Makes a store from a backup, and brings its tables up to date. A store that is there already stays as it is; of a
     * restore that fails nothing is left.
     *
     * @param keys have to open what is in the backup
     * @param actor whom the audit names
     * @throws GatewayException INVALID_PARAMETER_VALUE when there is a store, a key is missing, or {@code in} is no
     *     backup; IO_ERROR when the backup cannot be read
     */
    public static StoreOperations restore(
            StoreSettings settings, InputStream in, KeyRing keys, String actor, Clock clock) {
        try {
            StoreRestore restore = StoreRestore.of(in);
            requireKeys(restore.head(), keys);
            Store store = Store.connect(settings);
            try {
                store.change(StoreRestore::requireNoStore);
                fill(store, restore);
                StoreOperations operations = new StoreOperations(store, clock);
                AuditEntry entry = operations.done(
                        actor,
                        Action.RESTORE,
                        "a backup of version " + restore.head().version());
                store.change(connection -> AuditRows.insert(connection, entry));
                return operations;
            } catch (RuntimeException | IOException e) {
                store.close();
                throw e;
            }
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "The backup cannot be read: " + e.getMessage()).causedBy(e);
        }
    }

    private static void fill(Store store, StoreRestore restore) throws IOException {
        try {
            store.migrate(Optional.of(restore.head().version()));
            store.change(connection -> {
                try {
                    restore.fill(connection);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            store.migrate(Optional.empty());
        } catch (RuntimeException e) {
            store.change(StoreRestore::removeStore);
            if (e instanceof UncheckedIOException unreadable) {
                throw unreadable.getCause();
            }
            throw e;
        }
    }

    private static void requireKeys(BackupHead head, KeyRing keys) {
        List<String> missing =
                head.keyIds().stream().filter(id -> !keys.holds(id)).sorted().toList();
        if (!missing.isEmpty()) {
            throw new GatewayException(
                            ErrorKind.INVALID_PARAMETER_VALUE,
                            "What is in the backup was encrypted with keys that are missing: "
                                    + String.join(", ", missing) + ".")
                    .withHint("Put the encryption key that was kept beside the backup where the gateway reads its key"
                            + " from, then repeat.");
        }
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
