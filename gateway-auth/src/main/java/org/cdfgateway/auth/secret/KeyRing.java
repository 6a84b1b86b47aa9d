package org.cdfgateway.auth.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one store: the first encrypts, all of them decrypt. Where they come from is read again before each
 * encryption and whenever a key is unknown, so that a running gateway follows a rotation; keys that it has seen once it
 * keeps until it ends. Safe for use by several threads; may read a file.
 */
public final class KeyRing {
    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

    private final Supplier<List<EncryptionKey>> source;

    /** Those of the source in its order, then those that were there earlier. */
    private volatile List<EncryptionKey> known;

    private KeyRing(Supplier<List<EncryptionKey>> source) {
        this.source = source;
        this.known = List.copyOf(source.get());
    }

    /** @throws GatewayException as {@link EncryptionKeyFile#read()} */
    public static KeyRing in(EncryptionKeyFile file) {
        return new KeyRing(file::read);
    }

    /** @param keys one at least */
    public static KeyRing of(List<EncryptionKey> keys) {
        List<EncryptionKey> constant = List.copyOf(keys);
        return new KeyRing(() -> constant);
    }

    public static KeyRing of(EncryptionKey key) {
        return of(List.of(key));
    }

    /** The key that encrypts. */
    public EncryptionKey first() {
        readAgain();
        return known.get(0);
    }

    /** See {@link EncryptionKey#seal}. */
    public SealedSecret seal(Secret secret, String purpose) {
        return first().seal(secret, purpose);
    }

    /**
     * @throws GatewayException INVALID_PARAMETER_VALUE when none of the keys sealed it; INTERNAL_ERROR when it was damaged
     *     or sealed for another purpose
     */
    public Secret open(SealedSecret sealed, String purpose) {
        Optional<EncryptionKey> key = find(sealed.keyId());
        if (key.isEmpty()) {
            readAgain();
            key = find(sealed.keyId());
        }
        return key.orElseThrow(() -> missing(sealed, purpose)).open(sealed, purpose);
    }

    /** Whether what this key sealed can be opened. */
    public boolean holds(String keyId) {
        return find(keyId).isPresent();
    }

    private Optional<EncryptionKey> find(String keyId) {
        return known.stream().filter(key -> key.id().equals(keyId)).findFirst();
    }

    /** A source that has become unreadable does not stop a gateway that has its keys already. */
    private synchronized void readAgain() {
        try {
            List<EncryptionKey> now = new ArrayList<>(source.get());
            known.stream()
                    .filter(earlier -> now.stream().noneMatch(key -> key.id().equals(earlier.id())))
                    .forEach(now::add);
            known = List.copyOf(now);
        } catch (GatewayException e) {
            log.warn("The gateway goes on with the encryption keys it has read earlier: {}", e.text());
        }
    }

    private GatewayException missing(SealedSecret sealed, String purpose) {
        return new GatewayException(
                        ErrorKind.INVALID_PARAMETER_VALUE,
                        "The gateway has no encryption key " + sealed.keyId() + ", with which " + purpose
                                + " was encrypted; it has " + ids() + ".")
                .withHint("Start the gateway with the encryption key the store was made with, or add that key to those"
                        + " it has.");
    }

    private String ids() {
        return known.stream().map(EncryptionKey::id).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return "KeyRing[" + ids() + "]";
    }
}
