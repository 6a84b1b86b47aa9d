package org.cdfgateway.app.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.cdfgateway.app.config.GatewayConfig;
import org.cdfgateway.cdf.CdfConnection;
import org.cdfgateway.cdf.CdfSettings;
import org.cdfgateway.cdf.adapter.ReadLimits;
import org.cdfgateway.cdf.resilience.Budgets;
import org.cdfgateway.cdf.resilience.RetryPolicy;
import org.cdfgateway.cdf.session.TokenEndpoints;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions;
import org.cdfgateway.domain.port.outbound.CustomTableAdapters;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.port.outbound.TokenInspection;
import org.cdfgateway.domain.port.outbound.ViewImport;

/** CDF: its tables, sessions and tokens. */
@Module
interface CdfModule {

    @Provides
    @Singleton
    static CdfConnection connection(GatewayConfig config, StartedParts parts) {
        ReadLimits limits = new ReadLimits(
                ReadLimits.DEFAULT.parallelRequests(), config.limits().enumeratedParents());
        RetryPolicy retries = new RetryPolicy(
                config.cdf().tries(), RetryPolicy.DEFAULT.firstWait(), RetryPolicy.DEFAULT.longestWait());
        CdfSettings settings = CdfSettings.of(
                        config.cdf().url(),
                        () -> config.cdf().serviceTokenFile().map(CdfModule::token))
                .withTokenEndpoints(new TokenEndpoints(
                        Set.copyOf(config.cdf().tokenUrls()), config.cdf().url() + "/.default"))
                .withReadLimits(limits)
                .withRetries(retries)
                .withBudgets(config.cdf().keepsBudgets() ? Budgets.DEFAULT : Budgets.UNLIMITED);
        return parts.add(CdfConnection.open(settings));
    }

    @Provides
    static List<TableAdapter> tables(CdfConnection connection) {
        return connection.tables();
    }

    @Provides
    static CustomTableAdapters customTables(CdfConnection connection) {
        return connection.customTables();
    }

    @Provides
    static ViewImport views(CdfConnection connection) {
        return connection.views();
    }

    @Provides
    static CdfSessions sessions(CdfConnection connection) {
        return connection.sessions();
    }

    @Provides
    static TokenInspection tokens(CdfConnection connection) {
        return connection.tokens();
    }

    /** Read at each call: whoever runs the gateway replaces the file before the token in it ends. */
    private static Secret token(Path file) {
        try {
            return new Secret(Files.readString(file).strip());
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "service token file " + file + " cannot be read: " + e)
                    .withHint("Correct gateway.cdf.service-token-file.")
                    .causedBy(e);
        }
    }
}
