package org.cdfgateway.app.cli;

import java.util.concurrent.Callable;
import org.cdfgateway.app.config.GatewayConfig;
import org.cdfgateway.app.wiring.Gateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the gateway until the process is told to stop. */
@Command(
        name = "serve",
        description = {
            "Run the gateway until stopped.",
            "SQL clients and the HTTP API are encrypted: gateway.listen.tls-certificate and gateway.listen.tls-key name the"
                    + " PEM files, which are read anew when they change. docs/security.md tells what protects what."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public Integer call() throws InterruptedException {
        GatewayConfig settings = config.load();
        Gateway gateway = Gateway.start(settings, UntilStopped.parts());
        LOG.info("ready: SQL on {}, HTTP on {}", gateway.sqlAddress(), gateway.httpAddress());
        return UntilStopped.await();
    }
}
