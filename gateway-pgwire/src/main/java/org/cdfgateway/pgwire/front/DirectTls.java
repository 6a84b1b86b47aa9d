package org.cdfgateway.pgwire.front;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslHandler;
import java.util.List;

/**
 * Looks at the first byte: a TLS handshake means that the client starts TLS without asking (PostgreSQL 17,
 * {@code sslnegotiation=direct}). Stands first in the pipeline and gives way at once.
 */
final class DirectTls extends ByteToMessageDecoder {
    private static final byte TLS_HANDSHAKE = 0x16;

    private final Transport transport;

    DirectTls(Transport transport) {
        this.transport = transport;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (in.getByte(in.readerIndex()) != TLS_HANDSHAKE) {
            context.pipeline().remove(this);
            return;
        }
        SslHandler tls = transport.newTlsHandler(context.channel());
        tls.handshakeFuture().addListener(done -> {
            // Without the name, another protocol's client may have been tricked into talking to us.
            if (!Transport.ALPN.equals(tls.applicationProtocol())) {
                context.channel().close();
            }
        });
        context.pipeline().replace(this, null, tls);
    }
}
