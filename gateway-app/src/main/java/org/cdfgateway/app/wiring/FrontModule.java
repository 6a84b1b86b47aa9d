package org.cdfgateway.app.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.cdfgateway.app.config.GatewayConfig;
import org.cdfgateway.app.config.ListenConfig;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.inbound.Logins;
import org.cdfgateway.domain.port.inbound.QueryExplanations;
import org.cdfgateway.domain.port.inbound.StatementGuard;
import org.cdfgateway.domain.port.outbound.EngineDatabases;
import org.cdfgateway.pgwire.FrontServer;
import org.cdfgateway.pgwire.FrontSettings;
import org.cdfgateway.pgwire.ScanServer;
import org.cdfgateway.pgwire.TlsFiles;

/** The server that SQL clients connect to. */
@Module
interface FrontModule {

    /** Enough for TLS and SCRAM over slow networks. */
    Duration LOGIN_TIMEOUT = Duration.ofSeconds(30);

    int MAX_UNAUTHENTICATED = 100;

    /** How long clients may take to hear that the gateway stops. */
    Duration FAREWELL = Duration.ofSeconds(1);

    @Provides
    @Singleton
    static FrontServer frontServer(
            GatewayConfig config,
            Logins logins,
            EngineDatabases engines,
            StatementGuard guard,
            QueryExplanations explanations,
            ScanServer scanServer,
            StartedParts parts) {
        try {
            return parts.add(FrontServer.start(settings(config), logins, engines, guard, explanations, scanServer));
        } catch (IllegalArgumentException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "SQL clients cannot be accepted: " + e.getMessage())
                    .withHint(
                            "Check gateway.listen.address, gateway.listen.port and the files of gateway.listen.tls-*.")
                    .causedBy(e);
        }
    }

    private static FrontSettings settings(GatewayConfig config) {
        ListenConfig listen = config.listen();
        return new FrontSettings(
                listen.address(),
                listen.port(),
                listen.tls().map(files -> new TlsFiles(files.certificate(), files.key())),
                listen.plainTextAllowed(),
                LOGIN_TIMEOUT,
                MAX_UNAUTHENTICATED,
                config.limits().connections(),
                Math.toIntExact(config.limits().messageSize().bytes()),
                Optional.empty(),
                FAREWELL);
    }
}
