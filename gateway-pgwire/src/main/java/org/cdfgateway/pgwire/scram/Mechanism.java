package org.cdfgateway.pgwire.scram;

import java.util.Arrays;
import java.util.Optional;

/** The SASL mechanisms that there are, the stronger first. */
public enum Mechanism {
    /** Bound to the TLS channel, so that nobody in the middle can pass the exchange on. */
    SCRAM_SHA_256_PLUS("SCRAM-SHA-256-PLUS"),
    SCRAM_SHA_256("SCRAM-SHA-256");

    private final String saslName;

    Mechanism(String saslName) {
        this.saslName = saslName;
    }

    public String saslName() {
        return saslName;
    }

    static Optional<Mechanism> named(String saslName) {
        return Arrays.stream(values())
                .filter(mechanism -> mechanism.saslName.equals(saslName))
                .findFirst();
    }
}
