package org.cdfgateway.pgwire.front;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.cdfgateway.pgwire.scram.ChannelBinding;
import org.cdfgateway.pgwire.tls.ServerIdentity;

/**
 * The encryption of one connection.
 *
 * @param identity what the server has shown, whatever has become of its certificate since
 */
record TlsConnection(SslHandler handler, ServerIdentity identity) {
    private static final AttributeKey<TlsConnection> KEY = AttributeKey.valueOf(TlsConnection.class, "tls");

    /** Empty for plain text. */
    static Optional<TlsConnection> of(Channel channel) {
        return Optional.ofNullable(channel.attr(KEY).get());
    }

    static ChannelBinding binding(Channel channel) {
        return new ChannelBinding(of(channel).flatMap(tls -> tls.identity().endPointBinding()));
    }

    void belongTo(Channel channel) {
        channel.attr(KEY).set(this);
    }

    /** The certificate that the client has shown and the handshake has verified. */
    Optional<X509Certificate> peer() {
        try {
            Certificate[] chain = handler.engine().getSession().getPeerCertificates();
            return Optional.of((X509Certificate) chain[0]);
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }
}
