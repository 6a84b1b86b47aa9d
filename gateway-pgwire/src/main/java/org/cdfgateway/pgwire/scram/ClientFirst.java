package org.cdfgateway.pgwire.scram;

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
 */
record ClientFirst(String gs2Header, String bare, String nonce) {

    static ClientFirst parse(String message) {
        String[] parts = message.split(",", 3);
        if (parts.length < 3) {
            throw malformed("gs2 header is incomplete");
        }
        String flag = parts[0];
        if (flag.startsWith("p=")) {
            throw malformed("channel binding was not offered");
        }
        if (!flag.equals("n") && !flag.equals("y")) {
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
        return new ClientFirst(flag + ",,", parts[2], nonce);
    }

    /** {@code printable = %x21-2B / %x2D-7E}; commas cannot be left after the split. */
    private static boolean isPrintable(String nonce) {
        return nonce.chars().allMatch(c -> c >= 0x21 && c <= 0x7e);
    }

    static GatewayException malformed(String detail) {
        return new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "malformed SCRAM message").withDetail(detail);
    }
}
