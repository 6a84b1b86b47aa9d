package org.cdfgateway.app.wiring;

import dagger.BindsInstance;
import dagger.Component;
import jakarta.inject.Singleton;
import org.cdfgateway.app.admin.AdminServer;
import org.cdfgateway.app.config.GatewayConfig;
import org.cdfgateway.app.health.Readiness;
import org.cdfgateway.app.table.TableWatch;
import org.cdfgateway.auth.GatewayUsers;
import org.cdfgateway.domain.port.outbound.EngineDatabases;
import org.cdfgateway.pgwire.FrontServer;

/**
 * The program's table of contents: one module per adapter. Asking for a part starts it after the parts it needs:
 *
 * <pre>
 * adminServer ──▶ frontServer ──▶ users  ──▶ store
 *                             └─▶ engine ──▶ scanServer ──▶ CDF connection
 * </pre>
 */
@Singleton
@Component(
        modules = {
            CdfModule.class,
            SqlModule.class,
            ScanModule.class,
            EngineModule.class,
            StoreModule.class,
            UsersModule.class,
            CertificateModule.class,
            TablesModule.class,
            FrontModule.class,
            AdminModule.class
        })
interface GatewayComponent {

    FrontServer frontServer();

    AdminServer adminServer();

    GatewayUsers users();

    TableWatch tableWatch();

    EngineDatabases engine();

    /** Starts nothing yet. */
    @Component.Factory
    interface Factory {

        /** @param parts takes over whatever is started */
        GatewayComponent create(
                @BindsInstance GatewayConfig config,
                @BindsInstance StartedParts parts,
                @BindsInstance Readiness readiness);
    }
}
