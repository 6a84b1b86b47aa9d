package org.cdfgateway.pgwire.front;

import io.netty.channel.Channel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.pgwire.admission.ClientAddress;
import org.cdfgateway.pgwire.tls.ClientCertificates;
import org.cdfgateway.pgwire.tls.ClientCertificates.Demand;
import org.cdfgateway.pgwire.tls.CommonName;
import org.cdfgateway.pgwire.tls.LiveCertificate;
import org.cdfgateway.pgwire.tls.ServerIdentity;
import org.jspecify.annotations.Nullable;

/** Whether and how connections are encrypted: TLS 1.2 or later. Safe for use by several threads. */
public final class Transport {
    /** The name clients of PostgreSQL 17 and later offer; required where TLS starts without being asked for. */
    static final String ALPN = "postgresql";

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final Optional<LiveCertificate> certificate;
    private final boolean plainTextAllowed;
    private final ClientCertificates clients;
    private volatile @Nullable Prepared prepared;

    /** Made once for each certificate, so that clients can resume their TLS sessions. */
    private record Prepared(ServerIdentity identity, SslContext context) {}

    private Transport(Optional<LiveCertificate> certificate, boolean plainTextAllowed, ClientCertificates clients) {
        this.certificate = certificate;
        this.plainTextAllowed = plainTextAllowed;
        this.clients = clients;
    }

    public static Transport plain() {
        return new Transport(Optional.empty(), true, ClientCertificates.NONE);
    }

    /** @param certificate stays the caller's */
    public static Transport encrypted(
            LiveCertificate certificate, boolean plainTextAllowed, ClientCertificates clients) {
        return new Transport(Optional.of(certificate), plainTextAllowed, clients);
    }

    boolean offersTls() {
        return certificate.isPresent();
    }

    /** A handler with the certificate as it is now. */
    SslHandler newTlsHandler(Channel channel) {
        Prepared newest = prepared(certificate.orElseThrow().current());
        SslHandler handler = newest.context().newHandler(channel.alloc());
        new TlsConnection(handler, newest.identity()).belongTo(channel);
        return handler;
    }

    /**
     * Refuses who comes without the encryption or the certificate that is wanted.
     *
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION, worded as PostgreSQL's administrators know it
     */
    void check(Channel channel, StartupRequest request) {
        Optional<TlsConnection> tls = TlsConnection.of(channel);
        if (tls.isEmpty() && !plainTextAllowed) {
            throw refusal("no pg_hba.conf entry for host \"" + ClientAddress.of(channel.remoteAddress()) + "\", user \""
                            + request.user() + "\", database \"" + request.database() + "\", no encryption")
                    .withDetail("This gateway takes encrypted connections only.")
                    .withHint("Connect with sslmode=require or stronger.");
        }
        Optional<X509Certificate> peer = tls.flatMap(TlsConnection::peer);
        if (peer.isEmpty() && clients.demand() == Demand.REQUIRED) {
            throw refusal("connection requires a valid client certificate")
                    .withHint("Connect with sslmode=require or stronger, sslcert and sslkey.");
        }
        if (peer.isPresent()
                && clients.nameIsUser()
                && !CommonName.of(peer.get()).equals(Optional.of(request.user()))) {
            throw refusal("certificate authentication failed for user \"" + request.user() + "\"")
                    .withDetail("The certificate's common name has to be the user's name.");
        }
    }

    private static GatewayException refusal(String message) {
        return new GatewayException(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION, message);
    }

    private Prepared prepared(ServerIdentity identity) {
        Prepared known = prepared;
        if (known != null && known.identity() == identity) {
            return known;
        }
        Prepared fresh = new Prepared(identity, context(identity));
        prepared = fresh;
        return fresh;
    }

    private SslContext context(ServerIdentity identity) {
        return new JdkSslContext(
                identity.context(),
                false,
                null,
                IdentityCipherSuiteFilter.INSTANCE,
                new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.FATAL_ALERT,
                        SelectedListenerFailureBehavior.ACCEPT,
                        ALPN),
                // Who has none is told why in PostgreSQL's protocol, which a failed handshake could not do.
                clients.demand() == Demand.NONE ? ClientAuth.NONE : ClientAuth.OPTIONAL,
                PROTOCOLS,
                false);
    }

    static boolean isEncrypted(Channel channel) {
        return TlsConnection.of(channel).isPresent();
    }
}
