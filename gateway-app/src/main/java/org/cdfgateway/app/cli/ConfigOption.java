package org.cdfgateway.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.cdfgateway.app.config.ConfigException;
import org.cdfgateway.app.config.ConfigLoader;
import org.cdfgateway.app.config.GatewayConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the configuration of the gateway that runs, is to run, or is looked after. */
public final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Configuration file of \"key = value\" lines. Every setting can also be given as an environment"
                            + " variable, GATEWAY_CDF_URL for gateway.cdf.url. See docs/configuration.md.")
    private @Nullable Path file;

    /** @throws ConfigException naming every setting that is unknown, missing or unreadable */
    public GatewayConfig load() {
        return ConfigLoader.load(Optional.ofNullable(file), System.getenv());
    }
}
