package org.cdfgateway.pgwire.tls;

import com.ongres.scram.common.util.TlsServerEndpoint;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/** A certificate and its key as they were read at one time. Immutable. */
public final class ServerIdentity {
    private static final char[] NO_PASSWORD = new char[0];
    private static final byte[] PROBE = new byte[32];

    private static final AtomicLong COUNT = new AtomicLong();

    private final long number = COUNT.incrementAndGet();
    private final X509Certificate certificate;
    private final X509ExtendedKeyManager keys;
    private final SSLContext context;

    private ServerIdentity(X509Certificate certificate, X509ExtendedKeyManager keys, SSLContext context) {
        this.certificate = certificate;
        this.keys = keys;
        this.context = context;
    }

    /** @throws IllegalArgumentException naming the file that cannot be used, or saying that they do not belong together */
    static ServerIdentity read(CertificateFiles files) {
        List<X509Certificate> chain = Pem.certificates(files.certificateChain());
        PrivateKey key = Pem.privateKey(files.privateKey());
        List<X509Certificate> authorities =
                files.clientAuthorities().map(Pem::certificates).orElse(List.of());
        try {
            X509Certificate certificate = chain.get(0);
            if (!belongTogether(certificate, key)) {
                throw new IllegalArgumentException(files.privateKey() + " is not the key of the certificate in "
                        + files.certificateChain() + " (expected: the server's certificate first, then its issuers)");
            }
            X509ExtendedKeyManager keys = keyManager(chain, key);
            SSLContext context = SSLContext.getInstance("TLS");
            // No authorities: nobody is asked for a certificate, so nobody has to be trusted.
            context.init(
                    new KeyManager[] {keys},
                    authorities.isEmpty() ? new TrustManager[0] : trustManagers(authorities),
                    new SecureRandom());
            return new ServerIdentity(certificate, keys, context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "certificate " + files.certificateChain() + " with key " + files.privateKey() + " cannot be used: "
                            + e.getMessage(),
                    e);
        }
    }

    /** For servers that take the certificate as it is now. */
    public SSLContext context() {
        return context;
    }

    X509ExtendedKeyManager keys() {
        return keys;
    }

    /** No two have the same. */
    long number() {
        return number;
    }

    /** What identifies it in logs. */
    String description() {
        return certificate.getSubjectX500Principal().getName() + ", valid until "
                + certificate.getNotAfter().toInstant();
    }

    boolean isExpiredAt(Instant time) {
        return time.isAfter(certificate.getNotAfter().toInstant());
    }

    /**
     * The hash that binds SCRAM to this certificate (RFC 5929 section 4, {@code tls-server-end-point}); empty for
     * signatures that name no hash, such as Ed25519, for which it is not defined.
     */
    public Optional<byte[]> endPointBinding() {
        try {
            return Optional.of(TlsServerEndpoint.getChannelBindingData(certificate))
                    .filter(hash -> hash.length > 0);
        } catch (CertificateEncodingException e) {
            return Optional.empty();
        }
    }

    /** Signs a few bytes: a key of the right kind need not be the right key. */
    private static boolean belongTogether(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        if (!certificate.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
            return false;
        }
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> key.getAlgorithm();
                });
        signature.initSign(key);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(PROBE);
        return signature.verify(signed);
    }

    private static X509ExtendedKeyManager keyManager(List<X509Certificate> chain, PrivateKey key)
            throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return (X509ExtendedKeyManager) factory.getKeyManagers()[0];
    }

    private static TrustManager[] trustManagers(List<X509Certificate> authorities)
            throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("authority-" + i, authorities.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
