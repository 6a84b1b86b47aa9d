package org.cdfgateway.pgwire.tls;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate authority of the test's own, run with the JDK's keytool. */
public final class TestAuthority {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String OWN_ALIAS = "authority";

    private final Path directory;
    private final Path keyStore;

    /** @param directory where everything is kept */
    public TestAuthority(Path directory) throws Exception {
        this.directory = directory;
        this.keyStore = directory.resolve("authority.p12");
        keytool(OWN_ALIAS, "CN=Test authority", "-ext", "bc:c");
        write(
                directory.resolve("authority.crt"),
                "CERTIFICATE",
                store().getCertificate(OWN_ALIAS).getEncoded());
    }

    /** PEM. */
    public Path certificate() {
        return directory.resolve("authority.crt");
    }

    /** A certificate and its key; whoever asks for the same file again gets another certificate in it. */
    public CertificateFiles issue(String file, String subject) throws Exception {
        String alias = file + System.nanoTime();
        keytool(alias, subject, "-signer", OWN_ALIAS, "-ext", "SAN=dns:localhost,ip:127.0.0.1");
        KeyStore store = store();
        return CertificateFiles.of(
                write(
                        directory.resolve(file + ".crt"),
                        "CERTIFICATE",
                        store.getCertificate(alias).getEncoded()),
                write(
                        directory.resolve(file + ".key"),
                        "PRIVATE KEY",
                        store.getKey(alias, PASSWORD).getEncoded()));
    }

    /** A key as pgjdbc wants it: DER, and nobody else's to read. */
    public Path derKey(CertificateFiles files) throws Exception {
        Path file = files.privateKey().resolveSibling(files.privateKey().getFileName() + ".pk8");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(file, Pem.privateKey(files.privateKey()).getEncoded());
    }

    private KeyStore store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private void keytool(String alias, String subject, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                subject,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
    }

    private static Path write(Path file, String label, byte[] content) throws Exception {
        String pem = "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
        return Files.writeString(file, pem);
    }
}
