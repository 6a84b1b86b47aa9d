package org.cdfgateway.cdf.session;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * Where clients may get tokens. The gateway sends requests to these addresses and to no other, whatever a caller or the
 * store says: otherwise a caller could make it fetch any address that it can reach.
 *
 * @param allowed compared as they are, character by character; empty when there are no clients
 * @param defaultScopes for clients that name none
 */
public record TokenEndpoints(Set<URI> allowed, String defaultScopes) {

    public TokenEndpoints {
        allowed = Set.copyOf(allowed);
    }

    /** No client credentials at all. */
    public static TokenEndpoints none() {
        return new TokenEndpoints(Set.of(), "");
    }

    /**
     * The address that a caller means.
     *
     * @throws GatewayException FEATURE_NOT_SUPPORTED when there are none; INVALID_PARAMETER_VALUE for one that is not
     *     allowed, and for none where there are several
     */
    URI choose(Optional<URI> asked) {
        if (allowed.isEmpty()) {
            throw new GatewayException(
                            ErrorKind.FEATURE_NOT_SUPPORTED, "This gateway takes no client credentials, only nonces.")
                    .withHint("Whoever runs the gateway can allow them with gateway.cdf.token-urls.");
        }
        if (asked.isEmpty() && allowed.size() == 1) {
            return allowed.iterator().next();
        }
        return asked.filter(this::allows)
                .orElseThrow(() -> new GatewayException(
                                ErrorKind.INVALID_PARAMETER_VALUE,
                                asked.map(uri -> "tokenUri: " + uri + " is not allowed here.")
                                        .orElse("tokenUri is missing: there are several."))
                        .withHint("Use one of: " + list() + "; or have another one added to gateway.cdf.token-urls."));
    }

    boolean allows(URI uri) {
        return allowed.contains(uri);
    }

    private String list() {
        return allowed.stream().map(URI::toString).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(", "));
    }
}
