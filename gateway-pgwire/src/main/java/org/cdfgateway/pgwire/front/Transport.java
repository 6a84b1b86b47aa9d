package org.cdfgateway.pgwire.front;

import io.netty.channel.Channel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Whether and how connections are encrypted. */
public final class Transport {
    /** The name clients of PostgreSQL 17 and later offer; required where TLS starts without being asked for. */
    static final String ALPN = "postgresql";

    private final Optional<SslContext> tls;
    private final boolean plainTextAllowed;

    private Transport(Optional<SslContext> tls, boolean plainTextAllowed) {
        this.tls = tls;
        this.plainTextAllowed = plainTextAllowed;
    }

    public static Transport plain() {
        return new Transport(Optional.empty(), true);
    }

    /**
     * With TLS 1.2 or later.
     *
     * @throws IllegalArgumentException when the files do not hold a certificate and its key
     */
    public static Transport encrypted(Path certificateChain, Path privateKey, boolean plainTextAllowed) {
        try {
            SslContext context = SslContextBuilder.forServer(certificateChain.toFile(), privateKey.toFile())
                    .sslProvider(SslProvider.JDK)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .applicationProtocolConfig(new ApplicationProtocolConfig(
                            Protocol.ALPN,
                            SelectorFailureBehavior.FATAL_ALERT,
                            SelectedListenerFailureBehavior.ACCEPT,
                            ALPN))
                    .build();
            return new Transport(Optional.of(context), plainTextAllowed);
        } catch (SSLException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "certificate " + certificateChain + " with key " + privateKey + " cannot be used: "
                            + unusable.getMessage() + " (expected: PEM files, the key as PKCS#8 without a password)",
                    unusable);
        }
    }

    boolean offersTls() {
        return tls.isPresent();
    }

    boolean isPlainTextAllowed() {
        return plainTextAllowed;
    }

    SslHandler newTlsHandler(Channel channel) {
        return tls.orElseThrow().newHandler(channel.alloc());
    }

    static boolean isEncrypted(Channel channel) {
        return channel.pipeline().get(SslHandler.class) != null;
    }
}
