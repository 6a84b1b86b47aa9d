package org.cdfgateway.cdf.api;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/** CDF's session service (reference/cdf-api-data.md section 7), called with the gateway's own identity. */
@Headers({"Accept: application/json", "Content-Type: application/json"})
public interface SessionsApi {

    Operation BIND = Operation.create("bind a nonce", "sessions", "sessionsAcl");
    Operation REFRESH = Operation.read("refresh a session's token", "sessions", "sessionsAcl");

    @RequestLine("POST /api/v1/projects/{project}/sessions/token")
    Token bind(@Param("project") String project, Nonce request, Call call);

    @RequestLine("POST /api/v1/projects/{project}/sessions/token")
    Token refresh(@Param("project") String project, Key request, Call call);

    /** Holds a secret. */
    record Nonce(String nonce) {
        @Override
        public String toString() {
            return "Nonce[***]";
        }
    }

    /** Holds a secret. */
    record Key(long sessionId, String sessionKey) {
        @Override
        public String toString() {
            return "Key[sessionId=" + sessionId + "]";
        }
    }

    /**
     * Holds secrets.
     *
     * @param expiresIn seconds
     * @param sessionKey in the answer to bind only
     */
    record Token(
            long id,
            String accessToken,
            double expiresIn,
            @Nullable String sessionKey) {
        @Override
        public String toString() {
            return "Token[id=" + id + "]";
        }
    }
}
