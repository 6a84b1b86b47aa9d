package org.cdfgateway.pgwire.scram;

import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * The client's first message (RFC 5802 section 7):
 *
 * <pre>{@code
 * client-first-message = gs2-header client-first-message-bare
 * gs2-header           = gs2-cbind-flag "," [ authzid ] ","
 * gs2-cbind-flag       = ("p=" cb-name) / "n" / "y"
 * client-first-bare    = username "," nonce ["," extensions]
 * }</pre>
 *
 * The user name is ignored, as PostgreSQL does: that of the start-up message counts, and libpq leaves it empty here.
 *
 * @param gs2Header with its commas; must come back in the final message
 * @param bare what the proof covers
 * @param bindingType the client's cb-name; empty when the exchange is not bound to the channel
 */
record ClientFirst(String gs2Header, String bare, String nonce, Optional<String> bindingType) {

    private static final String BOUND = "p=";
    private static final String COULD_BIND = "y";
    private static final String CANNOT_BIND = "n";

    static ClientFirst parse(String message) {
        String[] parts = message.split(",", 3);
        if (parts.length < 3) {
            throw malformed("gs2 header is incomplete");
        }
        String flag = parts[0];
        boolean isBound = flag.startsWith(BOUND);
        if (!isBound && !flag.equals(CANNOT_BIND) && !flag.equals(COULD_BIND)) {
            throw malformed("unexpected channel-binding flag");
        }
        if (!parts[1].isEmpty()) {
            throw new GatewayException(
                    ErrorKind.FEATURE_NOT_SUPPORTED, "client uses authorization identity, but it is not supported");
        }
        String[] attributes = parts[2].split(",", -1);
        if (attributes.length < 2 || !attributes[0].startsWith("n=") || !attributes[1].startsWith("r=")) {
            throw malformed("user name and nonce expected");
        }
        String nonce = attributes[1].substring(2);
        if (nonce.isEmpty() || !isPrintable(nonce)) {
            throw malformed("non-printable characters in nonce");
        }
        return new ClientFirst(
                flag + ",,", parts[2], nonce, isBound ? Optional.of(flag.substring(BOUND.length())) : Optional.empty());
    }

    /** The client would have bound the channel, but has not seen that the server can. */
    boolean couldHaveBound() {
        return gs2Header.startsWith(COULD_BIND);
    }

    /** {@code printable = %x21-2B / %x2D-7E}; commas cannot be left after the split. */
    private static boolean isPrintable(String nonce) {
        return nonce.chars().allMatch(c -> c >= 0x21 && c <= 0x7e);
    }

    static GatewayException malformed(String detail) {
        return new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "malformed SCRAM message").withDetail(detail);
    }
}
