package org.cdfgateway.pgwire.scram;

import com.ongres.scram.common.util.TlsServerEndpoint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * What an exchange can be bound to (RFC 5802 section 6): the server's certificate, if the channel is encrypted.
 *
 * @param endPoint the hash of {@code tls-server-end-point} (RFC 5929 section 4); empty when there is nothing to bind to
 */
public record ChannelBinding(Optional<byte[]> endPoint) {
    public static final ChannelBinding NONE = new ChannelBinding(Optional.empty());

    /** What a server offers that can bind to this. */
    public List<String> mechanisms() {
        return endPoint.isPresent()
                ? List.of(Mechanism.SCRAM_SHA_256_PLUS.saslName(), Mechanism.SCRAM_SHA_256.saslName())
                : List.of(Mechanism.SCRAM_SHA_256.saslName());
    }

    /** @throws GatewayException PROTOCOL_VIOLATION when it was not offered */
    Mechanism offered(String saslName) {
        return Mechanism.named(saslName)
                .filter(mechanism -> mechanisms().contains(mechanism.saslName()))
                .orElseThrow(() -> new GatewayException(
                        ErrorKind.PROTOCOL_VIOLATION, "client selected an invalid SASL authentication mechanism"));
    }

    /**
     * Compares what the client selected with what it says in its first message.
     *
     * @throws GatewayException PROTOCOL_VIOLATION when they do not fit; INVALID_AUTHORIZATION_SPECIFICATION when somebody
     *     has hidden from the client that the channel can be bound
     */
    void check(Mechanism selected, ClientFirst first) {
        switch (selected) {
            case SCRAM_SHA_256_PLUS -> checkBound(first);
            case SCRAM_SHA_256 -> checkUnbound(first);
        }
    }

    private static void checkBound(ClientFirst first) {
        String type = first.bindingType()
                .orElseThrow(() -> ClientFirst.malformed(
                        "SCRAM-SHA-256-PLUS was selected, but the message is not bound to the channel"));
        if (!type.equals(TlsServerEndpoint.TLS_SERVER_END_POINT)) {
            throw new GatewayException(
                    ErrorKind.PROTOCOL_VIOLATION, "unsupported SCRAM channel-binding type \"" + type + "\"");
        }
    }

    private void checkUnbound(ClientFirst first) {
        if (first.bindingType().isPresent()) {
            throw ClientFirst.malformed("SCRAM-SHA-256 was selected, but the message is bound to the channel");
        }
        if (first.couldHaveBound() && endPoint.isPresent()) {
            throw new GatewayException(
                            ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION, "SCRAM channel binding negotiation error")
                    .withDetail("The client supports SCRAM channel binding but thinks the server does not, although it"
                            + " was offered: somebody may stand between them.");
        }
    }

    /** The attribute {@code c=} that the client's final message has to carry: header, then what it is bound to. */
    byte[] expected(ClientFirst first) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(first.gs2Header().getBytes(StandardCharsets.UTF_8));
        if (first.bindingType().isPresent()) {
            endPoint.ifPresent(input::writeBytes);
        }
        return Base64.getEncoder().encode(input.toByteArray());
    }
}
