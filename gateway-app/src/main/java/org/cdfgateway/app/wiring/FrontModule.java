package org.cdfgateway.app.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.cdfgateway.app.config.ClientCertificateConfig;
import org.cdfgateway.app.config.GatewayConfig;
import org.cdfgateway.app.config.ListenConfig;
import org.cdfgateway.app.config.LoginConfig;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.inbound.Logins;
import org.cdfgateway.domain.port.inbound.QueryExplanations;
import org.cdfgateway.domain.port.inbound.StatementGuards;
import org.cdfgateway.domain.port.outbound.EngineDatabases;
import org.cdfgateway.pgwire.FrontServer;
import org.cdfgateway.pgwire.FrontSettings;
import org.cdfgateway.pgwire.ScanServer;
import org.cdfgateway.pgwire.TransportSettings;
import org.cdfgateway.pgwire.admission.AllowedAddresses;
import org.cdfgateway.pgwire.admission.LoginLimits;
import org.cdfgateway.pgwire.admission.StatementLimits;
import org.cdfgateway.pgwire.tls.ClientCertificates;

/** The server that SQL clients connect to. */
@Module
interface FrontModule {

    /** Less than what pools wait for an answer before they take the connection for dead. */
    Duration STATEMENT_PATIENCE = Duration.ofSeconds(30);

    /** How long clients may take to hear that the gateway stops. */
    Duration FAREWELL = Duration.ofSeconds(1);

    @Provides
    @Singleton
    static FrontServer frontServer(
            GatewayConfig config,
            Certificates certificates,
            Logins logins,
            EngineDatabases engines,
            StatementGuards guards,
            QueryExplanations explanations,
            ScanServer scanServer,
            StartedParts parts) {
        try {
            return parts.add(FrontServer.start(
                    settings(config, certificates), logins, engines, guards, explanations, scanServer));
        } catch (IllegalArgumentException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "SQL clients cannot be accepted: " + e.getMessage())
                    .withHint("Set gateway.listen.address and gateway.listen.port to a free address.")
                    .causedBy(e);
        }
    }

    private static FrontSettings settings(GatewayConfig config, Certificates certificates) {
        ListenConfig listen = config.listen();
        return new FrontSettings(
                listen.address(),
                listen.port(),
                new TransportSettings(
                        certificates.sql(), listen.plainTextAllowed(), clients(listen.clientCertificates())),
                logins(listen.allowed(), config.logins()),
                config.limits().connections(),
                new StatementLimits(config.limits().statementsPerUser(), STATEMENT_PATIENCE),
                Math.toIntExact(config.limits().messageSize().bytes()),
                Optional.empty(),
                FAREWELL);
    }

    private static ClientCertificates clients(ClientCertificateConfig config) {
        ClientCertificates.Demand demand = switch (config.demand()) {
            case OFF -> ClientCertificates.Demand.NONE;
            case OPTIONAL -> ClientCertificates.Demand.OPTIONAL;
            case REQUIRED -> ClientCertificates.Demand.REQUIRED;
        };
        return new ClientCertificates(demand, config.nameIsUser());
    }

    private static LoginLimits logins(AllowedAddresses allowed, LoginConfig config) {
        return new LoginLimits(
                allowed,
                config.timeout(),
                config.atATime(),
                config.atATimePerAddress(),
                config.failures(),
                config.lockOut());
    }
}
