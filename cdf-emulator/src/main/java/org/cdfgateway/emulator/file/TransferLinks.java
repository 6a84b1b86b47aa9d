package org.cdfgateway.emulator.file;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cdfgateway.emulator.file.Transfer.Kind;
import org.cdfgateway.emulator.http.ApiError;

/**
 * Makes transfers into texts for links and back. The texts are signed instead of remembered, so that any number of
 * links costs no memory; they need no token and are valid as long as there is the same key. For any number of threads.
 */
public final class TransferLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int FIELDS = 5;

    private final SecretKeySpec key;

    /** @param chance the key is drawn from it */
    TransferLinks(RandomGenerator chance) {
        byte[] bytes = new byte[KEY_BYTES];
        chance.nextBytes(bytes);
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    public String textOf(Transfer transfer) {
        String text = transfer.kind() + "-" + transfer.fileId() + "-" + transfer.expires() + "-" + transfer.uploadId()
                + "-" + transfer.part();
        return text + "-" + signature(text);
    }

    /** @throws ApiError 403 for a text that was not made here, is for another direction, or has expired */
    Transfer open(String text, Kind kind, long now) {
        String[] fields = text.split("-", FIELDS + 1);
        if (fields.length != FIELDS + 1) {
            throw refused();
        }
        String signed = text.substring(0, text.length() - fields[FIELDS].length() - 1);
        byte[] expected = signature(signed).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, fields[FIELDS].getBytes(StandardCharsets.UTF_8))) {
            throw refused();
        }
        Transfer transfer = new Transfer(
                Kind.valueOf(fields[0]),
                Long.parseLong(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                Integer.parseInt(fields[4]));
        if (transfer.kind() != kind || transfer.expires() < now) {
            throw refused();
        }
        return transfer;
    }

    private static ApiError refused() {
        return ApiError.of(403, "The link is not valid or has expired");
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
