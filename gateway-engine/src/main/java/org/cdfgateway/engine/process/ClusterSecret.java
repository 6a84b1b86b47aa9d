package org.cdfgateway.engine.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cdfgateway.domain.identity.Secret;

/**
 * The one secret of a cluster, 32 random bytes in a file that only the gateway can read. Every password in the cluster is
 * derived from it (HMAC-SHA-256), so none has to be stored, and none can be guessed from another.
 */
final class ClusterSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final byte[] key;

    private ClusterSecret(byte[] key) {
        this.key = key;
    }

    /** Reads the secret, or makes one when the file is missing. */
    static ClusterSecret in(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            Permissions.writePrivately(unfinished, HexFormat.of().formatHex(random));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return new ClusterSecret(HexFormat.of().parseHex(Files.readString(file).strip()));
    }

    /** The password of a role: 64 hexadecimal digits that carry 256 bits. */
    Secret passwordOf(String role) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return new Secret(HexFormat.of().formatHex(mac.doFinal(("role " + role).getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
