package org.cdfgateway.pgwire.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveCertificateTest {
    private static final Duration SOON = Duration.ofMillis(20);

    @TempDir
    static Path shared;

    private static TestAuthority authority;
    private static CertificateFiles one;
    private static CertificateFiles two;

    @TempDir
    Path directory;

    private CertificateFiles files;

    @BeforeAll
    static void makeCertificates() throws Exception {
        authority = new TestAuthority(shared);
        one = authority.issue("one", "CN=one");
        two = authority.issue("two", "CN=two");
    }

    @BeforeEach
    void copy() throws Exception {
        files = CertificateFiles.of(
                Files.copy(one.certificateChain(), directory.resolve("server.crt")),
                Files.copy(one.privateKey(), directory.resolve("server.key")));
    }

    @Test
    void followsReplacedFiles() throws Exception {
        try (LiveCertificate certificate = LiveCertificate.open(files, SOON)) {
            assertThat(name(certificate)).isEqualTo("one");

            replace(files.certificateChain(), two.certificateChain());
            replace(files.privateKey(), two.privateKey());

            awaitThat("the new certificate is used", () -> name(certificate).equals("two"));
        }
    }

    @Test
    void keepsTheOldCertificateUntilTheNewOneIsWhole() throws Exception {
        try (LiveCertificate certificate = LiveCertificate.open(files, SOON)) {
            replace(files.certificateChain(), two.certificateChain());
            await().during(SOON.multipliedBy(10)).until(() -> name(certificate).equals("one"));
            Files.delete(files.privateKey());
            await().during(SOON.multipliedBy(10)).until(() -> name(certificate).equals("one"));

            Files.copy(two.privateKey(), files.privateKey());

            awaitThat("the key has come", () -> name(certificate).equals("two"));
        }
    }

    @Test
    void tellsWhichFileIsMissing() {
        CertificateFiles absent = CertificateFiles.of(files.certificateChain(), directory.resolve("absent"));

        assertThatThrownBy(() -> LiveCertificate.open(absent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(directory.resolve("absent") + " cannot be read");
    }

    @Test
    void tellsThatTheKeyIsOfAnotherCertificate() {
        CertificateFiles mixed = CertificateFiles.of(files.certificateChain(), two.privateKey());

        assertThatThrownBy(() -> LiveCertificate.open(mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        two.privateKey() + " is not the key of the certificate in " + files.certificateChain());
    }

    @Test
    void tellsHowToConvertOtherKeys() throws Exception {
        Files.writeString(
                files.privateKey(), "-----BEGIN EC PRIVATE KEY-----\ntopsecret\n-----END EC PRIVATE KEY-----\n");

        assertThatThrownBy(() -> LiveCertificate.open(files))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl pkcs8 -topk8 -nodes -in server.key converts it")
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void refusesFilesThatAreNoPem() throws Exception {
        Files.writeString(files.certificateChain(), "topsecret");

        assertThatThrownBy(() -> LiveCertificate.open(files))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(files.certificateChain() + " holds no certificate")
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void bindsChannelsToItsHash() {
        try (LiveCertificate certificate = LiveCertificate.open(files, SOON)) {
            assertThat(certificate.current().endPointBinding())
                    .hasValueSatisfying(hash -> assertThat(hash).hasSize(32));
        }
    }

    @Test
    void readsTheNameOfClients() throws Exception {
        assertThat(CommonName.of(Pem.certificates(one.certificateChain()).get(0)))
                .contains("one");
        assertThat(CommonName.of(
                        Pem.certificates(authority.issue("many", "CN=a,CN=b").certificateChain())
                                .get(0)))
                .isEmpty();
    }

    private static void awaitThat(String reason, BooleanSupplier holds) {
        await(reason).until(holds::getAsBoolean);
    }

    private static String name(LiveCertificate certificate) {
        return certificate.current().description().replaceFirst("CN=(\\w+),.*", "$1");
    }

    private static void replace(Path file, Path by) throws Exception {
        Files.write(file, Files.readAllBytes(by));
    }
}
