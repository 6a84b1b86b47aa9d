package org.cdfgateway.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCertificateTest {

    @TempDir
    private Path directory;

    @Test
    void isMadeOnceForLocalhost() throws IOException, GeneralSecurityException {
        DemoCertificate made = DemoCertificate.in(directory);
        String first = Files.readString(made.certificate());

        DemoCertificate again = DemoCertificate.in(directory);

        assertThat(Files.readString(again.certificate())).isEqualTo(first);
        try (InputStream bytes = Files.newInputStream(made.certificate())) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
            assertThat(certificate.getSubjectAlternativeNames().toString()).contains("localhost", "127.0.0.1");
        }
        assertThat(Files.readString(made.key())).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.key())))
                .isEqualTo("rw-------");
    }
}
