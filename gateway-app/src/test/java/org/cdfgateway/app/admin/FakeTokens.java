package org.cdfgateway.app.admin;

import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.TokenInspection.Capability;
import org.cdfgateway.domain.port.outbound.TokenInspection.Scope;
import org.cdfgateway.domain.port.outbound.TokenInspection.TokenRights;

/** Tokens whose texts say what they are good for, in project {@code plant-a}. */
final class FakeTokens {

    private FakeTokens() {}

    static TokenRights rightsOf(Secret token) {
        return switch (token.reveal()) {
            case "writer" -> rights(Scope.ALL, "READ", "WRITE");
            case "reader" -> rights(Scope.ALL, "READ");
            case "keeper-of-b" -> rights(new Scope(false, Set.of("b", "zz")), "READ", "WRITE");
            case "offline" -> throw new GatewayException(ErrorKind.IO_ERROR, "CDF cannot be reached");
            default -> throw new GatewayException(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION, "Unauthorized");
        };
    }

    private static TokenRights rights(Scope scope, String... actions) {
        return new TokenRights(
                "somebody",
                Set.of("plant-a"),
                List.of(new Capability("postgresGatewayAcl", Set.of(actions), Set.of(), scope)));
    }
}
