package org.cdfgateway.app.cli.users;

import java.nio.file.Path;
import java.util.Map;
import org.cdfgateway.app.remote.CdfClientAccount;
import org.cdfgateway.domain.identity.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose rights in CDF a gateway user gets. */
final class CredentialOptions {

    @Option(
            names = "--nonce-file",
            paramLabel = "FILE",
            description = "File with the nonce of a CDF session that is not a minute old, - for standard input;"
                    + " CDF_NONCE without it.")
    private @Nullable Path nonceFile;

    @Option(
            names = "--new-session",
            description = "Create a CDF session for the client of CDF_CLIENT_ID in CDF_URL, and use its nonce at once.")
    private boolean newSession;

    @Option(
            names = "--client-credentials",
            description = "Hand the client of CDF_CLIENT_ID and its secret to the gateway, which keeps it encrypted."
                    + " Only where the operator has allowed it with gateway.cdf.token-urls. Not part of Cognite's API.")
    private boolean clientCredentials;

    /** As the API takes them. */
    Map<String, ?> credentials(ApiOptions api) {
        if (clientCredentials) {
            CdfClientAccount client = api.account("the client to hand over:");
            return Map.of(
                    "clientCredentials",
                    Map.of(
                            "tokenUri", client.tokenUrl().toString(),
                            "clientId", client.clientId(),
                            "clientSecret", client.clientSecret().reveal(),
                            "scopes", client.scope()));
        }
        return Map.of("nonce", nonce(api).reveal());
    }

    private Secret nonce(ApiOptions api) {
        if (newSession) {
            return api.account("the client of the session:").nonce(api.cdfProject(), api.token());
        }
        return Setting.secret(nonceFile, System.getenv(), "CDF_NONCE")
                .orElseThrow(() -> api.missing(
                        "the credentials: use --nonce-file, CDF_NONCE, --new-session or" + " --client-credentials"));
    }
}
