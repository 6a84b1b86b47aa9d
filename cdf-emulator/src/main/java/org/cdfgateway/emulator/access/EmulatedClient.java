package org.cdfgateway.emulator.access;

import java.util.List;

/** An application that can get tokens with its id and secret, and what it may do. */
public record EmulatedClient(String id, String secret, List<Capability> capabilities) {

    public EmulatedClient {
        capabilities = List.copyOf(capabilities);
    }

    /** May do everything. */
    public static EmulatedClient admin(String id, String secret) {
        return new EmulatedClient(
                id, secret, KnownAcl.ALL_KNOWN.stream().map(KnownAcl::complete).toList());
    }

    @Override
    public String toString() {
        return "EmulatedClient[" + id + "]";
    }
}
