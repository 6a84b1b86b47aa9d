package org.cdfgateway.emulator.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.cdfgateway.emulator.http.Call;
import org.jspecify.annotations.Nullable;

/**
 * How a client names itself at the token endpoint: in the form or, as RFC 6749 section 2.3.1 prefers and Cognite's Java
 * SDK does, with HTTP's basic authentication. What is in the form counts.
 */
record ClientAuthentication(@Nullable String id, @Nullable String secret) {
    private static final String BASIC = "Basic ";

    static ClientAuthentication of(Call call) {
        String id = call.form().get("client_id");
        String secret = call.form().get("client_secret");
        String header = call.header("Authorization");
        return secret == null && header != null && header.startsWith(BASIC)
                ? basic(header.substring(BASIC.length()), id)
                : new ClientAuthentication(id, secret);
    }

    /** Id and secret are encoded as in a form before they are joined. */
    private static ClientAuthentication basic(String encoded, @Nullable String formId) {
        try {
            String both = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            return colon < 0
                    ? new ClientAuthentication(formId, null)
                    : new ClientAuthentication(decoded(both.substring(0, colon)), decoded(both.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return new ClientAuthentication(formId, null);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ClientAuthentication[" + id + "]";
    }
}
