package org.cdfgateway.pgwire.scram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import com.ongres.scram.common.StringPreparation;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.cdfgateway.domain.identity.ScramVerifier;
import org.junit.jupiter.api.Test;

class ScramChallengeTest {
    /** The example of RFC 7677 section 3. */
    private static final class Rfc7677 {
        static final String PASSWORD = "pencil";
        static final byte[] SALT = Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==");
        static final String SERVER_NONCE = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
        static final String CLIENT_FIRST = "n,,n=user,r=rOprNGfwEbeRWgbNEkqO";
        static final String SERVER_FIRST =
                "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
        static final String CLIENT_FINAL = "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";
        static final String SERVER_FINAL = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";
    }

    private static final ScramVerifier VERIFIER = verifier(Rfc7677.PASSWORD);

    @Test
    void givesTheAnswersOfTheRfc() {
        ScramChallenge challenge = challenge(Rfc7677.CLIENT_FIRST);

        assertThat(challenge.message()).isEqualTo(Rfc7677.SERVER_FIRST);
        assertThat(challenge.verify(Rfc7677.CLIENT_FINAL)).contains(Rfc7677.SERVER_FINAL);
    }

    @Test
    void refusesWrongPassword() {
        ScramChallenge challenge =
                ScramChallenge.answering(Rfc7677.CLIENT_FIRST, verifier("crayon"), Rfc7677.SERVER_NONCE);

        assertThat(challenge.verify(Rfc7677.CLIENT_FINAL)).isEmpty();
    }

    @Test
    void talksToTheClientLibrary() throws Exception {
        ScramClient client = ScramClient.builder()
                .advertisedMechanisms(List.of(ScramChallenge.MECHANISM))
                .username("*")
                .password(Rfc7677.PASSWORD.toCharArray())
                .build();

        ScramChallenge challenge =
                ScramChallenge.answering(client.clientFirstMessage().toString(), VERIFIER, new SecureRandom());
        client.serverFirstMessage(challenge.message());
        String signature =
                challenge.verify(client.clientFinalMessage().toString()).orElseThrow();

        assertThat(client.serverFinalMessage(signature).isError()).isFalse();
    }

    @Test
    void ignoresTheUserName() {
        assertThat(challenge("n,,n=,r=abc").message()).startsWith("r=abc%hvYDp");
    }

    @Test
    void takesClientsThatCouldBindChannels() {
        ScramChallenge challenge = challenge("y,,n=,r=abc");
        String nonce = "abc" + Rfc7677.SERVER_NONCE;

        assertThat(challenge.verify("c=eSws,r=" + nonce + ",p=" + "A".repeat(43) + "="))
                .isEmpty();
        assertThatThrownBy(() -> challenge.verify("c=biws,r=" + nonce + ",p=" + "A".repeat(43) + "="))
                .hasMessage("malformed SCRAM message");
    }

    @Test
    void refusesChannelBindingThatWasNotOffered() {
        assertThatThrownBy(() -> challenge("p=tls-server-end-point,,n=,r=abc"))
                .hasMessage("malformed SCRAM message")
                .extracting("detail")
                .isEqualTo("channel binding was not offered");
    }

    @Test
    void refusesMalformedFirstMessages() {
        for (String message :
                List.of("", "n", "n,,", "n,,n=x", "x,,n=,r=abc", "n,,r=abc,n=", "n,,n=,r=", "n,,n=,r=a b")) {
            assertThatThrownBy(() -> challenge(message)).as(message).hasMessage("malformed SCRAM message");
        }
        assertThatThrownBy(() -> challenge("n,a=admin,n=,r=abc")).hasMessageContaining("authorization identity");
    }

    @Test
    void refusesFinalMessagesOfAnotherExchange() {
        String proof = ",p=" + "A".repeat(43) + "=";
        ScramChallenge challenge = challenge("n,,n=,r=abc");
        for (String message : List.of(
                "c=biws,r=abc" + proof,
                "c=biws" + proof,
                "c=biws,r=abc" + Rfc7677.SERVER_NONCE,
                "c=biws,r=abc" + Rfc7677.SERVER_NONCE + ",p=???",
                "c=biws,r=abc" + Rfc7677.SERVER_NONCE + ",p=AAAA")) {
            assertThatThrownBy(() -> challenge.verify(message)).as(message).hasMessage("malformed SCRAM message");
        }
    }

    private static ScramChallenge challenge(String clientFirst) {
        return ScramChallenge.answering(clientFirst, VERIFIER, Rfc7677.SERVER_NONCE);
    }

    private static ScramVerifier verifier(String password) {
        ScramMechanism mechanism = ScramMechanism.SCRAM_SHA_256;
        byte[] salted = ScramFunctions.saltedPassword(
                mechanism, StringPreparation.SASL_PREPARATION, password.toCharArray(), Rfc7677.SALT, 4096);
        return new ScramVerifier(
                Rfc7677.SALT,
                4096,
                ScramFunctions.storedKey(mechanism, ScramFunctions.clientKey(mechanism, salted)),
                ScramFunctions.serverKey(mechanism, salted));
    }
}
