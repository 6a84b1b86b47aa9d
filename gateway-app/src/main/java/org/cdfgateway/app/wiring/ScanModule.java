package org.cdfgateway.app.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import org.cdfgateway.domain.port.inbound.RemoteSessions;
import org.cdfgateway.pgwire.ScanServer;
import org.cdfgateway.pgwire.ScanServerSettings;

/** The server that the engine's postgres_fdw connects to. */
@Module
interface ScanModule {

    @Provides
    @Singleton
    static ScanServer scanServer(RemoteSessions sessions, StartedParts parts) {
        return parts.add(ScanServer.start(ScanServerSettings.loopback(), sessions));
    }
}
