package org.cdfgateway.pgwire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.cdfgateway.pgwire.codec.OpeningCodec;

/** Starts TLS without asking, and trusts everybody. */
final class DirectTlsClient {

    private DirectTlsClient() {}

    /** Before the handshake. */
    static SSLSocket connect(FrontServer server, String... protocols) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustEverybody()}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.address().getPort());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(protocols);
        socket.setSSLParameters(parameters);
        return socket;
    }

    /** Whether the server answers to what comes after the handshake. */
    static boolean isHeard(FrontServer server, String... protocols) throws GeneralSecurityException, IOException {
        try (SSLSocket socket = connect(server, protocols)) {
            socket.startHandshake();
            ByteBuf bytes = Unpooled.buffer();
            OpeningCodec.writeGssEncRequest(bytes);
            socket.getOutputStream().write(bytes.array(), 0, bytes.readableBytes());
            return socket.getInputStream().read() == 'N';
        }
    }

    /** Whose certificate the server shows. */
    static String subject(FrontServer server) throws GeneralSecurityException, IOException {
        try (SSLSocket socket = connect(server, "postgresql")) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    static X509Certificate certificate(Path pem) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
