package org.cdfgateway.app.cli.users;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.app.remote.CdfClientAccount;
import org.cdfgateway.app.remote.TablesApi;
import org.cdfgateway.app.remote.UsersApi;
import org.cdfgateway.domain.identity.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which gateway is called, and as whom. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ApiOptions {
    private static final Map<String, String> ENVIRONMENT = System.getenv();

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Base URL of the gateway's HTTP API; GATEWAY_URL without it, or else http://127.0.0.1:8080.")
    private @Nullable String url;

    @Option(names = "--project", paramLabel = "PROJECT", description = "CDF project; CDF_PROJECT without it.")
    private @Nullable String project;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the caller's CDF access token, - for standard input. Without it the token is"
                    + " CDF_TOKEN, or one is fetched with CDF_TOKEN_URL, CDF_CLIENT_ID, CDF_CLIENT_SECRET and CDF_SCOPE"
                    + " (CDF_URL/.default without it).")
    private @Nullable Path tokenFile;

    @Option(
            names = "--client-secret-file",
            paramLabel = "FILE",
            description = "File with the client's secret; CDF_CLIENT_SECRET without it.")
    private @Nullable Path clientSecretFile;

    /** @throws ParameterException when the project or the token is missing */
    UsersApi api() {
        return new UsersApi(gateway(), project(), token());
    }

    /** @throws ParameterException when the project or the token is missing */
    public TablesApi tables(String username) {
        return new TablesApi(gateway(), project(), token(), username);
    }

    private URI gateway() {
        return uri(Setting.of(url, ENVIRONMENT, "GATEWAY_URL").orElse("http://127.0.0.1:8080"));
    }

    String project() {
        return Setting.of(project, ENVIRONMENT, "CDF_PROJECT")
                .orElseThrow(() -> missing("the CDF project: use --project or CDF_PROJECT"));
    }

    Secret token() {
        return Setting.secret(tokenFile, ENVIRONMENT, "CDF_TOKEN")
                .orElseGet(() -> account("an access token: use --token-file, CDF_TOKEN, or a client with")
                        .accessToken());
    }

    /** @param purpose what the client is needed for, for the message that it is missing */
    CdfClientAccount account(String purpose) {
        Optional<String> tokenUrl = variable("CDF_TOKEN_URL");
        Optional<String> clientId = variable("CDF_CLIENT_ID");
        Optional<Secret> secret = Setting.secret(clientSecretFile, ENVIRONMENT, "CDF_CLIENT_SECRET");
        Optional<String> scope =
                variable("CDF_SCOPE").or(() -> variable("CDF_URL").map(cdf -> cdf + "/.default"));
        if (tokenUrl.isEmpty() || clientId.isEmpty() || secret.isEmpty() || scope.isEmpty()) {
            throw missing(purpose + " CDF_TOKEN_URL, CDF_CLIENT_ID, CDF_CLIENT_SECRET, and CDF_URL or CDF_SCOPE");
        }
        return new CdfClientAccount(uri(tokenUrl.get()), clientId.get(), secret.get(), scope.get());
    }

    /** Base URL of the project in CDF. */
    URI cdfProject() {
        String cdf = variable("CDF_URL").orElseThrow(() -> missing("CDF_URL"));
        return URI.create(cdf + "/api/v1/projects/" + project());
    }

    Optional<String> variable(String name) {
        return Setting.of(null, ENVIRONMENT, name);
    }

    ParameterException missing(String what) {
        return new ParameterException(spec.commandLine(), "missing: " + what);
    }

    private URI uri(String text) {
        try {
            return URI.create(text.replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), text + " is no URL");
        }
    }
}
