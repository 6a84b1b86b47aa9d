package org.cdfgateway.domain.identity;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** What a caller hands over so that a gateway user can reach CDF. */
public sealed interface CdfCredentials {

    <T> T match(Function<Nonce, T> nonce, Function<ClientCredentials, T> client);

    /** The nonce of a CDF session that waits to be bound; works once. */
    record Nonce(Secret nonce) implements CdfCredentials {
        @Override
        public <T> T match(Function<Nonce, T> ofNonce, Function<ClientCredentials, T> client) {
            return ofNonce.apply(this);
        }
    }

    /**
     * A client of an identity provider that CDF trusts. An extension of this gateway: Cognite's own takes nonces only.
     *
     * @param tokenUri where the provider gives tokens; empty for the one that the gateway is set up with
     * @param scopes with blanks between them; empty for the scope of CDF
     */
    record ClientCredentials(Optional<URI> tokenUri, String clientId, Secret clientSecret, Optional<String> scopes)
            implements CdfCredentials {
        @Override
        public <T> T match(Function<Nonce, T> nonce, Function<ClientCredentials, T> ofClient) {
            return ofClient.apply(this);
        }
    }
}
