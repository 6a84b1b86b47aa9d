package org.cdfgateway.app.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.cdfgateway.app.config.GatewayConfig;
import org.cdfgateway.app.config.ListenConfig;
import org.cdfgateway.app.config.TlsConfig;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.pgwire.tls.CertificateFiles;
import org.cdfgateway.pgwire.tls.LiveCertificate;

/** The certificates of both servers, often the same one. */
@Module
interface CertificateModule {

    @Provides
    @Singleton
    static Certificates certificates(GatewayConfig config, StartedParts parts) {
        ListenConfig listen = config.listen();
        Optional<LiveCertificate> sql = listen.tls().map(files -> {
            CertificateFiles own = CertificateFiles.of(files.certificate(), files.key());
            return open(
                    listen.clientCertificates()
                            .authorities()
                            .map(own::withClientAuthorities)
                            .orElse(own),
                    "gateway.listen.tls-certificate, gateway.listen.tls-key and gateway.listen.client-ca",
                    parts);
        });
        Optional<TlsConfig> http = config.http().usedTls();
        return new Certificates(
                sql,
                http.equals(listen.tls())
                        ? sql
                        : http.map(files -> open(
                                CertificateFiles.of(files.certificate(), files.key()),
                                "gateway.http.tls-certificate and gateway.http.tls-key",
                                parts)));
    }

    private static LiveCertificate open(CertificateFiles files, String settings, StartedParts parts) {
        try {
            return parts.add(LiveCertificate.open(files));
        } catch (IllegalArgumentException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "the certificate cannot be used: " + e.getMessage())
                    .withHint("Correct the files of " + settings + ".")
                    .causedBy(e);
        }
    }
}
