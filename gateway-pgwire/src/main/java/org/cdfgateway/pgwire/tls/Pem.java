package org.cdfgateway.pgwire.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads PEM files (RFC 7468). Never puts what is in them into messages. */
final class Pem {
    private static final Pattern KEY = Pattern.compile(
            "-----BEGIN ([A-Z ]*)PRIVATE KEY-----([A-Za-z0-9+/=\\s]*)-----END ([A-Z ]*)PRIVATE KEY-----");
    private static final Pattern KEY_START = Pattern.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----");
    /** What the JDK can use in TLS; a key says itself which it is, but only to the right factory. */
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");

    private Pem() {}

    /** @throws IllegalArgumentException naming the file */
    static List<X509Certificate> certificates(Path file) {
        byte[] content = CertificateFiles.content(file);
        try {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(content))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException(file + " holds no certificate (expected: PEM)");
            }
            return certificates;
        } catch (CertificateException e) {
            throw new IllegalArgumentException(file + " holds no certificate (expected: PEM): " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException naming the file and, for other forms of keys, the command that converts it */
    static PrivateKey privateKey(Path file) {
        String content = new String(CertificateFiles.content(file), StandardCharsets.ISO_8859_1);
        Matcher start = KEY_START.matcher(content);
        if (start.find() && !start.group(1).isEmpty()) {
            throw new IllegalArgumentException(file + " holds a key of the form \"" + start.group(1)
                    + "PRIVATE KEY\" (expected: PKCS #8 without a password; openssl pkcs8 -topk8 -nodes -in "
                    + file.getFileName() + " converts it)");
        }
        Matcher key = KEY.matcher(content);
        if (!key.find()) {
            throw new IllegalArgumentException(
                    file + " holds no private key (expected: PEM, PKCS #8 without a password)");
        }
        return decoded(file, key.group(2));
    }

    private static PrivateKey decoded(Path file, String base64) {
        PKCS8EncodedKeySpec encoded;
        try {
            encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " holds a private key that is not base64", e);
        }
        return ALGORITHMS.stream()
                .flatMap(algorithm -> ofAlgorithm(algorithm, encoded).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        file + " holds a private key that cannot be used (expected: one of " + ALGORITHMS + ")"));
    }

    private static Optional<PrivateKey> ofAlgorithm(String algorithm, PKCS8EncodedKeySpec encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded));
        } catch (GeneralSecurityException ofAnother) {
            return Optional.empty();
        }
    }
}
