package org.cdfgateway.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.UUID;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * A certificate for localhost that the demo signs itself, made once with the JDK's keytool and kept in the state
 * directory.
 *
 * @param certificate PEM file
 * @param key PEM file
 */
public record DemoCertificate(Path certificate, Path key) {

    private static final String ALIAS = "gateway";
    private static final String PASSWORD_VARIABLE = "GATEWAY_DEMO_STORE_PASSWORD";
    private static final int PEM_LINE = 64;

    /** @throws GatewayException IO_ERROR when it cannot be made or kept */
    public static DemoCertificate in(Path directory) {
        DemoCertificate files =
                new DemoCertificate(directory.resolve("demo-certificate.pem"), directory.resolve("demo-key.pem"));
        try {
            if (!Files.exists(files.certificate)) {
                Files.createDirectories(directory);
                files.make();
            }
            return files;
        } catch (IOException | GeneralSecurityException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "directory " + directory + " cannot be used: " + e)
                    .withHint("Choose another one with --state-dir.")
                    .causedBy(e);
        }
    }

    private void make() throws IOException, GeneralSecurityException {
        Path store = key.resolveSibling("demo-certificate.p12");
        String password = UUID.randomUUID().toString();
        Files.deleteIfExists(store);
        try {
            keytool(store, password);
            KeyStore content = KeyStore.getInstance("PKCS12");
            try (InputStream bytes = Files.newInputStream(store)) {
                content.load(bytes, password.toCharArray());
            }
            Files.deleteIfExists(key);
            Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            write(
                    key,
                    "PRIVATE KEY",
                    content.getKey(ALIAS, password.toCharArray()).getEncoded());
            // Last, since its presence says that all is there.
            write(certificate, "CERTIFICATE", content.getCertificate(ALIAS).getEncoded());
        } finally {
            Files.deleteIfExists(store);
        }
    }

    private static void keytool(Path store, String password) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                PASSWORD_VARIABLE);
        // Not on the command line, where everybody on the machine could read it.
        builder.environment().put(PASSWORD_VARIABLE, password);
        Process keytool = builder.redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void write(Path file, String kind, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    }
}
