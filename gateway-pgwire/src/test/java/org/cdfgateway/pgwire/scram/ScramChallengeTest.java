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
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
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

    private static final String PLAIN = "SCRAM-SHA-256";
    private static final String PLUS = "SCRAM-SHA-256-PLUS";
    private static final ChannelBinding TO_CERTIFICATE = new ChannelBinding(Optional.of(new byte[] {1, 2, 3}));

    private static final ScramVerifier VERIFIER = verifier(Rfc7677.PASSWORD);

    @Test
    void givesTheAnswersOfTheRfc() {
        ScramChallenge challenge = challenge(Rfc7677.CLIENT_FIRST);

        assertThat(challenge.message()).isEqualTo(Rfc7677.SERVER_FIRST);
        assertThat(challenge.verify(Rfc7677.CLIENT_FINAL)).contains(Rfc7677.SERVER_FINAL);
    }

    @Test
    void refusesWrongPassword() {
        ScramChallenge challenge = ScramChallenge.answering(
                PLAIN, Rfc7677.CLIENT_FIRST, ChannelBinding.NONE, verifier("crayon"), Rfc7677.SERVER_NONCE);

        assertThat(challenge.verify(Rfc7677.CLIENT_FINAL)).isEmpty();
    }

    @Test
    void talksToTheClientLibrary() throws Exception {
        ScramClient client = ScramClient.builder()
                .advertisedMechanisms(ChannelBinding.NONE.mechanisms())
                .username("*")
                .password(Rfc7677.PASSWORD.toCharArray())
                .build();

        ScramChallenge challenge = ScramChallenge.answering(
                PLAIN, client.clientFirstMessage().toString(), ChannelBinding.NONE, VERIFIER, new SecureRandom());
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
    void bindsTheExchangeToTheCertificate() throws Exception {
        for (byte[] seen : List.of(new byte[] {1, 2, 3}, new byte[] {3, 2, 1})) {
            ScramClient client = ScramClient.builder()
                    .advertisedMechanisms(TO_CERTIFICATE.mechanisms())
                    .username("*")
                    .password(Rfc7677.PASSWORD.toCharArray())
                    .channelBinding("tls-server-end-point", seen)
                    .build();
            assertThat(client.getScramMechanism().getName()).isEqualTo(PLUS);
            ScramChallenge challenge = bound(PLUS, client.clientFirstMessage().toString());
            client.serverFirstMessage(challenge.message());
            String last = client.clientFinalMessage().toString();

            if (seen[0] == 1) {
                assertThat(client.serverFinalMessage(challenge.verify(last).orElseThrow())
                                .isError())
                        .isFalse();
            } else {
                assertThatThrownBy(() -> challenge.verify(last)).hasMessage("SCRAM channel binding check failed");
            }
        }
    }

    @Test
    void takesClientsThatCannotBind() {
        assertThat(bound(PLAIN, "n,,n=,r=abc").message()).startsWith("r=abc");
    }

    @Test
    void refusesWhoHasNotSeenThatBindingWasOffered() {
        assertThatThrownBy(() -> bound(PLAIN, "y,,n=,r=abc"))
                .hasMessage("SCRAM channel binding negotiation error")
                .extracting("kind")
                .isEqualTo(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION);
    }

    @Test
    void refusesBindingThatDoesNotFitTheMechanism() {
        assertThatThrownBy(() -> bound(PLAIN, "p=tls-server-end-point,,n=,r=abc"))
                .hasMessage("malformed SCRAM message");
        assertThatThrownBy(() -> challenge("p=tls-server-end-point,,n=,r=abc")).hasMessage("malformed SCRAM message");
        assertThatThrownBy(() -> bound(PLUS, "n,,n=,r=abc")).hasMessage("malformed SCRAM message");
        assertThatThrownBy(() -> bound(PLUS, "y,,n=,r=abc")).hasMessage("malformed SCRAM message");
        assertThatThrownBy(() -> bound(PLUS, "p=tls-unique,,n=,r=abc"))
                .hasMessage("unsupported SCRAM channel-binding type \"tls-unique\"");
    }

    @Test
    void refusesMechanismsThatWereNotOffered() {
        assertThatThrownBy(() -> ScramChallenge.answering(
                        PLUS, "p=tls-server-end-point,,n=,r=abc", ChannelBinding.NONE, VERIFIER, Rfc7677.SERVER_NONCE))
                .hasMessage("client selected an invalid SASL authentication mechanism");
        assertThatThrownBy(() -> bound("SCRAM-SHA-1", "n,,n=,r=abc"))
                .hasMessage("client selected an invalid SASL authentication mechanism");
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

    private static ScramChallenge bound(String mechanism, String clientFirst) {
        return ScramChallenge.answering(mechanism, clientFirst, TO_CERTIFICATE, VERIFIER, Rfc7677.SERVER_NONCE);
    }

    private static ScramChallenge challenge(String clientFirst) {
        return ScramChallenge.answering(PLAIN, clientFirst, ChannelBinding.NONE, VERIFIER, Rfc7677.SERVER_NONCE);
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
