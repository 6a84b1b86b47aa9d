package org.cdfgateway.app.admin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.TreeMap;
import org.cdfgateway.domain.identity.CdfCredentials;
import org.cdfgateway.domain.identity.CdfCredentials.ClientCredentials;
import org.cdfgateway.domain.identity.CdfCredentials.Nonce;
import org.cdfgateway.domain.identity.CdfIdentity;
import org.cdfgateway.domain.identity.Secret;

/**
 * Credentials in the API's bodies: <code>{"nonce": ".."}</code> as Cognite's own takes, or this gateway's extension
 *
 * <pre>
 * {"clientCredentials": {"tokenUri": "..", "clientId": "..", "clientSecret": "..", "scopes": ".."}}
 * </pre>
 *
 * in which {@code tokenUri} and {@code scopes} may be missing.
 */
final class CredentialsJson {
    private static final String NONCE = "nonce";
    private static final String CLIENT = "clientCredentials";

    private CredentialsJson() {}

    /** @throws ApiException when it is neither the one nor the other */
    static CdfCredentials read(JsonFields credentials) {
        credentials.only(NONCE, CLIENT);
        if (!credentials.has(CLIENT)) {
            return new Nonce(new Secret(credentials.text(NONCE)));
        }
        if (credentials.has(NONCE)) {
            throw ApiException.invalid("credentials: both " + NONCE + " and " + CLIENT + " (expected: one of them)");
        }
        JsonFields client = credentials.object(CLIENT).only("tokenUri", "clientId", "clientSecret", "scopes");
        return new ClientCredentials(
                client.optionalText("tokenUri").map(CredentialsJson::uri),
                client.text("clientId"),
                new Secret(client.text("clientSecret")),
                client.optionalText("scopes"));
    }

    /** What is shown of an identity, under the name of a field. */
    static Map.Entry<String, Object> shown(CdfIdentity identity) {
        return identity.match(
                session -> Map.entry("sessionId", session.id()),
                client -> Map.entry(
                        CLIENT,
                        new TreeMap<>(Map.of(
                                "clientId", client.clientId(),
                                "scopes", client.scopes(),
                                "tokenUri", client.tokenUri().toString()))));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw ApiException.invalid("clientCredentials.tokenUri: no URI");
        }
    }
}
