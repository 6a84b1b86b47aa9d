package org.cdfgateway.cdf.error;

import java.util.Arrays;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;

/**
 * Refusals of data modeling that only their texts tell from others (reference/cdf-api-data.md section 1.5.3). Should CDF
 * change its words, they are refusals as all others.
 */
enum KnownRefusal {
    NULL_VALUE("non-nullable property", ErrorKind.NOT_NULL_VIOLATION),
    UNKNOWN_NODE("was referenced as the ", ErrorKind.FOREIGN_KEY_VIOLATION),
    UNKNOWN_SPACE("One or more spaces do not exist", ErrorKind.FOREIGN_KEY_VIOLATION);

    private final String words;
    private final ErrorKind kind;

    KnownRefusal(String words, ErrorKind kind) {
        this.words = words;
        this.kind = kind;
    }

    ErrorKind kind() {
        return kind;
    }

    static Optional<KnownRefusal> of(String message) {
        return Arrays.stream(values())
                .filter(refusal -> message.contains(refusal.words))
                .findFirst();
    }
}
