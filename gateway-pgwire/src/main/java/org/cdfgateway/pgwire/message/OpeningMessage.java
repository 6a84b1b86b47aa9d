package org.cdfgateway.pgwire.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a client may send first. Has no type byte: {@code int32 length | int32 code | ...}. */
public sealed interface OpeningMessage {

    /** Asks for TLS: {@code int32 8 | int32 80877103}. */
    record SslRequest() implements OpeningMessage {}

    /** Asks for GSSAPI encryption: {@code int32 8 | int32 80877104}. */
    record GssEncRequest() implements OpeningMessage {}

    /** Asks to cancel another connection's statement: {@code int32 length | int32 80877102 | int32 pid | secret}. */
    record CancelRequest(CancelKey key) implements OpeningMessage {}

    /**
     * Asks for a session: {@code int32 length | int16 major | int16 minor | (name 0 | value 0)* | 0}.
     *
     * @param parameters in the order they were sent
     */
    record StartupMessage(ProtocolVersion version, Map<String, String> parameters) implements OpeningMessage {
        public StartupMessage {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }
}
