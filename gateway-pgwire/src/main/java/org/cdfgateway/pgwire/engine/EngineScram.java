package org.cdfgateway.pgwire.engine;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.exception.ScramException;
import java.util.List;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.pgwire.message.FrontendMessage.SaslInitialResponse;
import org.cdfgateway.pgwire.message.FrontendMessage.SaslResponse;

/** The client's side of a SCRAM exchange with the engine. One step at a time, in order. */
final class EngineScram {
    private final ScramClient client;

    EngineScram(List<String> mechanisms, String role, Secret password) {
        client = ScramClient.builder()
                .advertisedMechanisms(mechanisms)
                .username(role)
                .password(password.reveal().toCharArray())
                .build();
    }

    SaslInitialResponse first() {
        return new SaslInitialResponse(
                client.getScramMechanism().getName(),
                client.clientFirstMessage().toString());
    }

    /** Takes milliseconds. */
    SaslResponse prove(String challenge) {
        try {
            client.serverFirstMessage(challenge);
        } catch (ScramException malformed) {
            throw failed(malformed);
        }
        return new SaslResponse(client.clientFinalMessage().toString());
    }

    /** Makes sure that the engine knows the password too. */
    void verify(String signature) {
        try {
            client.serverFinalMessage(signature);
        } catch (ScramException wrong) {
            throw failed(wrong);
        }
    }

    private static GatewayException failed(ScramException cause) {
        return new GatewayException(ErrorKind.INTERNAL_ERROR, "the gateway could not log in to its engine")
                .causedBy(cause);
    }
}
