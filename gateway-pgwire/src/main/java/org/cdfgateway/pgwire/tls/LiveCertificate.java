package org.cdfgateway.pgwire.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's certificate, followed while its files are replaced: whoever asks gets the newest that can be used. What
 * cannot be used is reported once and changes nothing. Connections keep the certificate they began with. Safe for use by
 * several threads; whoever opens it closes it.
 */
public final class LiveCertificate implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveCertificate.class);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(5);

    private final CertificateFiles files;
    private final ScheduledExecutorService watch;
    private volatile ServerIdentity current;
    /** At the last look. */
    private String seen;
    /** Whether it could be used or not. */
    private String dealtWith;

    private LiveCertificate(CertificateFiles files, ServerIdentity first, String fingerprint) {
        this.files = files;
        this.current = first;
        this.seen = fingerprint;
        this.dealtWith = fingerprint;
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "certificate");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Reads the files, and looks at them every five seconds from then on. They count as replaced once they have been the
     * same at two looks, because certificate and key cannot be replaced at the same time.
     *
     * @throws IllegalArgumentException naming the file that cannot be used and saying what was expected
     */
    public static LiveCertificate open(CertificateFiles files) {
        return open(files, CHECK_EVERY);
    }

    /** As {@link #open(CertificateFiles)}, with another time between two looks. */
    public static LiveCertificate open(CertificateFiles files, Duration checkEvery) {
        String fingerprint = fingerprint(files);
        ServerIdentity first = ServerIdentity.read(files);
        LiveCertificate certificate = new LiveCertificate(files, first, fingerprint);
        certificate.announce("using", first);
        certificate.watch.scheduleWithFixedDelay(
                certificate::look, checkEvery.toMillis(), checkEvery.toMillis(), TimeUnit.MILLISECONDS);
        return certificate;
    }

    /** The newest certificate that can be used. */
    public ServerIdentity current() {
        return current;
    }

    /** A context that always uses the newest certificate, for servers that keep one context for their life. */
    public SSLContext followingContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new LiveKeys(this::current)}, null, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    private synchronized void look() {
        String state = state();
        boolean isSettled = state.equals(seen);
        seen = state;
        if (isSettled && !state.equals(dealtWith)) {
            dealtWith = state;
            take();
        }
    }

    /** What is in the files, or why that cannot be told. */
    private String state() {
        try {
            return fingerprint(files);
        } catch (IllegalArgumentException unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }

    private void take() {
        try {
            ServerIdentity next = ServerIdentity.read(files);
            announce("changed to", next);
            current = next;
        } catch (RuntimeException unusable) {
            LOG.error("the new certificate cannot be used, the old one stays: {}", unusable.getMessage());
        }
    }

    private void announce(String event, ServerIdentity identity) {
        LOG.info("{} the certificate of {}", event, identity.description());
        if (identity.isExpiredAt(Instant.now())) {
            LOG.warn("this certificate has expired; clients that verify it will not connect");
        }
    }

    private static String fingerprint(CertificateFiles files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.all().forEach(file -> digest.update(CertificateFiles.content(file)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Follows the files no longer; what is in use stays usable. */
    @Override
    public void close() {
        watch.shutdownNow();
    }
}
