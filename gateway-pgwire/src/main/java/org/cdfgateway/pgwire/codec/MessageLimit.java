package org.cdfgateway.pgwire.codec;

import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** How long a message may say it is. */
public final class MessageLimit {

    private MessageLimit() {}

    /**
     * @param length as announced, which counts itself
     * @throws GatewayException PROTOCOL_VIOLATION
     */
    public static void check(int length, int maxMessageBytes) {
        if (length < Integer.BYTES) {
            throw new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "invalid message length: " + length);
        }
        if (length > maxMessageBytes) {
            throw new GatewayException(
                            ErrorKind.PROTOCOL_VIOLATION,
                            "message of " + length + " bytes exceeds the limit of " + maxMessageBytes)
                    .withHint("Send the data in smaller statements, or use COPY.");
        }
    }
}
