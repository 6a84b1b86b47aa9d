package org.cdfgateway.emulator.access;

import java.util.List;

/** An application that can get tokens with its id and secret, and what it may do. */
public record EmulatedClient(String id, String secret, List<Capability> capabilities) {

    public EmulatedClient {
        capabilities = List.copyOf(capabilities);
    }

    /** May do everything the emulator knows. */
    public static EmulatedClient admin(String id, String secret) {
        return new EmulatedClient(
                id,
                secret,
                List.of(
                        Capability.of("projectsAcl", "LIST", "READ", "CREATE", "UPDATE"),
                        Capability.of("groupsAcl", "LIST", "READ", "CREATE", "UPDATE", "DELETE"),
                        Capability.of("sessionsAcl", "LIST", "CREATE", "DELETE"),
                        Capability.of("postgresGatewayAcl", "READ", "WRITE"),
                        Capability.of("assetsAcl", "READ", "WRITE"),
                        Capability.of("eventsAcl", "READ", "WRITE"),
                        Capability.of("timeSeriesAcl", "READ", "WRITE"),
                        Capability.of("labelsAcl", "READ", "WRITE"),
                        Capability.of("datasetsAcl", "READ", "WRITE", "OWNER"),
                        Capability.of("rawAcl", "READ", "WRITE", "LIST")));
    }

    @Override
    public String toString() {
        return "EmulatedClient[" + id + "]";
    }
}
