package org.cdfgateway.auth.verifier;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.secret.SealedSecret;
import org.cdfgateway.auth.store.SecretRows;
import org.cdfgateway.auth.store.Store;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;

/** What {@link InventedVerifiers} are derived from: made by the first gateway on a store, encrypted in the store. */
public final class InventionSecret {
    private static final String NAME = "verifier-invention";

    /** What it is encrypted as. */
    public static final String PURPOSE = "the secret for unknown users";

    private static final int BYTES = 32;

    private InventionSecret() {}

    /** @throws GatewayException INVALID_PARAMETER_VALUE when the store was made with another encryption key */
    public static Secret load(Store store, KeyRing keys, Clock clock) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        SealedSecret proposal = keys.seal(new Secret(HexFormat.of().formatHex(random)), PURPOSE);
        SealedSecret kept =
                store.inTransaction(connection -> SecretRows.findOrInsert(connection, NAME, proposal, clock.instant()));
        return keys.open(kept, PURPOSE);
    }
}
