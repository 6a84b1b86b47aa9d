package org.cdfgateway.auth.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import java.util.Base64;
import org.cdfgateway.domain.identity.ScramVerifier;
import org.cdfgateway.domain.identity.Secret;
import org.junit.jupiter.api.Test;

class ScramVerifiersTest {
    /** The exchange of RFC 7677, section 3. */
    private static final String RFC_SALT = "W22ZaJ0SNY7soEsUEjb6gQ==";

    private static final String RFC_AUTH_MESSAGE = "n=user,r=rOprNGfwEbeRWgbNEkqO,"
            + "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,"
            + "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private static final String RFC_CLIENT_PROOF = "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";
    private static final String RFC_SERVER_SIGNATURE = "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

    @Test
    void agreesWithTheExampleOfTheRfc() {
        ScramVerifier verifier =
                ScramVerifiers.of(new Secret("pencil"), Base64.getDecoder().decode(RFC_SALT), 4096);

        assertThat(fits(verifier, RFC_CLIENT_PROOF)).isTrue();
        assertThat(ScramFunctions.serverSignature(ScramMechanism.SCRAM_SHA_256, verifier.serverKey(), RFC_AUTH_MESSAGE))
                .asBase64Encoded()
                .isEqualTo(RFC_SERVER_SIGNATURE);
    }

    @Test
    void refusesTheProofOfAnotherPassword() {
        ScramVerifier verifier =
                ScramVerifiers.of(new Secret("pencils"), Base64.getDecoder().decode(RFC_SALT), 4096);

        assertThat(fits(verifier, RFC_CLIENT_PROOF)).isFalse();
    }

    @Test
    void saltsEachPasswordByItself() {
        ScramVerifier one = ScramVerifiers.of(new Secret("pencil"));
        ScramVerifier other = ScramVerifiers.of(new Secret("pencil"));

        assertThat(one.iterations()).isEqualTo(4096);
        assertThat(one.salt()).hasSize(16).isNotEqualTo(other.salt());
        assertThat(one.storedKey()).hasSize(32).isNotEqualTo(other.storedKey());
        assertThat(one.serverKey()).hasSize(32).isNotEqualTo(other.serverKey());
    }

    private static boolean fits(ScramVerifier verifier, String proof) {
        return ScramFunctions.verifyClientProof(
                ScramMechanism.SCRAM_SHA_256,
                Base64.getDecoder().decode(proof),
                verifier.storedKey(),
                RFC_AUTH_MESSAGE);
    }
}
