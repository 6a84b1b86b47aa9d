package org.cdfgateway.app.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.cdfgateway.app.migrate.SqlText;
import org.cdfgateway.app.migrate.TokenAccess;
import org.cdfgateway.cdf.CdfConnection;
import org.cdfgateway.cdf.CdfSettings;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.identity.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which CDF a command looks into, and as whom. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class CdfOptions {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--cdf-url",
            paramLabel = "URL",
            description = "Base URL of CDF, to look at RAW; CDF_URL without it.")
    private @Nullable URI url;

    @Option(names = "--project", paramLabel = "PROJECT", description = "CDF project; CDF_PROJECT without it.")
    private @Nullable String project;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with a CDF access token that may read RAW; CDF_TOKEN without it.")
    private @Nullable Path tokenFile;

    /**
     * Makes no request. The caller closes it.
     *
     * @throws ParameterException when the URL is missing
     */
    public CdfConnection connect() {
        URI base = url != null ? url : URI.create(variable("CDF_URL", "--cdf-url"));
        return CdfConnection.open(CdfSettings.of(base, Optional::empty));
    }

    /** @throws ParameterException when the project or the token is missing */
    public CdfAccess access() {
        String name = project != null ? project : variable("CDF_PROJECT", "--project");
        String token = tokenFile != null ? SqlText.of(tokenFile).sql().strip() : variable("CDF_TOKEN", "--token-file");
        if (token.isEmpty()) {
            throw new ParameterException(spec.commandLine(), tokenFile + " holds no token");
        }
        return new TokenAccess(name, new Secret(token));
    }

    private String variable(String name, String option) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new ParameterException(spec.commandLine(), "missing: " + option + " or " + name);
        }
        return value;
    }
}
