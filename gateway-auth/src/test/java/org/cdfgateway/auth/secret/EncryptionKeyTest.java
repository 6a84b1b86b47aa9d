package org.cdfgateway.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionKeyTest {
    private static final Secret TEXT = new Secret("schlüssel 🔑");

    private final EncryptionKey key = EncryptionKey.generate();

    @Test
    void opensWhatItSealed() {
        assertThat(key.open(key.seal(TEXT, "anna"), "anna")).isEqualTo(TEXT);
    }

    @Test
    void opensWithTheKeyReadBackFromBase64() {
        EncryptionKey same =
                EncryptionKey.ofBase64(new Secret(" " + key.toBase64().reveal() + "\n"));

        assertThat(same.id()).isEqualTo(key.id());
        assertThat(same.open(key.seal(TEXT, "anna"), "anna")).isEqualTo(TEXT);
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertThat(key.seal(TEXT, "anna").content())
                .isNotEqualTo(key.seal(TEXT, "anna").content());
    }

    @Test
    void opensForTheSamePurposeOnly() {
        SealedSecret sealed = key.seal(TEXT, "anna");

        assertThatThrownBy(() -> key.open(sealed, "bert"))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.INTERNAL_ERROR))
                .hasMessage(
                        "What the store holds as bert cannot be decrypted: it is damaged, or was stored as something else.");
    }

    @Test
    void noticesEveryChangedByte() {
        SealedSecret sealed = key.seal(TEXT, "anna");

        for (int i = 0; i < sealed.content().length; i++) {
            byte[] changed = sealed.content().clone();
            changed[i] ^= 1;

            assertThatThrownBy(() -> key.open(new SealedSecret(key.id(), changed), "anna"))
                    .hasMessageContaining("damaged");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12, 27})
    void noticesCutContent(int length) {
        assertThatThrownBy(() -> key.open(new SealedSecret(key.id(), new byte[length]), "anna"))
                .hasMessageContaining("damaged");
    }

    @Test
    void namesBothKeysWhenItIsTheWrongOne() {
        EncryptionKey other = EncryptionKey.generate();
        SealedSecret sealed = other.seal(TEXT, "anna");

        assertThatThrownBy(() -> key.open(sealed, "anna"))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_PARAMETER_VALUE))
                .hasMessageContainingAll(key.id(), other.id());
    }

    @Test
    void isNeverPrinted() {
        SealedSecret sealed = key.seal(TEXT, "anna");

        assertThat(key.toString()).isEqualTo("EncryptionKey[id=" + key.id() + "]");
        assertThat(key.toBase64().toString()).isEqualTo("***");
        assertThat(sealed.toString()).isEqualTo("SealedSecret[keyId=" + key.id() + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64, but secret all the same"})
    void refusesOtherTextsWithoutQuotingThem(String text) {
        assertThatThrownBy(() -> EncryptionKey.ofBase64(new Secret(text)))
                .hasMessageMatching(
                        "The encryption key (is not base64|has [0-9]+ bytes) \\(expected: base64 of 32 bytes\\)\\.")
                .hasNoCause();
    }

    @Test
    void refusesLongKeys() {
        byte[] bytes = "0123456789012345678901234567890123".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() ->
                        EncryptionKey.ofBase64(new Secret(Base64.getEncoder().encodeToString(bytes))))
                .hasMessageContaining("has 34 bytes");
    }
}
