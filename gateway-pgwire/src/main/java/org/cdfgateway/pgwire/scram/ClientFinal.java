package org.cdfgateway.pgwire.scram;

import java.util.Base64;

/**
 * The client's final message (RFC 5802 section 7):
 *
 * <pre>{@code
 * client-final-message               = client-final-message-without-proof "," proof
 * client-final-message-without-proof = channel-binding "," nonce ["," extensions]
 * channel-binding                    = "c=" base64
 * proof                              = "p=" base64
 * }</pre>
 *
 * @param channelBinding base64 of the gs2 header, followed by what the channel is bound to
 * @param proof 32 bytes when the client means SHA-256
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shared
record ClientFinal(String channelBinding, String nonce, String withoutProof, byte[] proof) {

    static ClientFinal parse(String message) {
        int proofStart = message.lastIndexOf(",p=");
        if (proofStart < 0) {
            throw ClientFirst.malformed("proof expected");
        }
        String withoutProof = message.substring(0, proofStart);
        String[] attributes = withoutProof.split(",", -1);
        if (attributes.length < 2 || !attributes[0].startsWith("c=") || !attributes[1].startsWith("r=")) {
            throw ClientFirst.malformed("channel binding and nonce expected");
        }
        byte[] proof;
        try {
            proof = Base64.getDecoder().decode(message.substring(proofStart + 3));
        } catch (IllegalArgumentException notBase64) {
            throw ClientFirst.malformed("proof is not base64").causedBy(notBase64);
        }
        return new ClientFinal(attributes[0].substring(2), attributes[1].substring(2), withoutProof, proof);
    }
}
