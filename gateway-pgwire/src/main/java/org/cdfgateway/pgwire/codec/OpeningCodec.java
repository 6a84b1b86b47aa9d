package org.cdfgateway.pgwire.codec;

import io.netty.buffer.ByteBuf;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.pgwire.message.CancelKey;
import org.cdfgateway.pgwire.message.OpeningMessage;
import org.cdfgateway.pgwire.message.OpeningMessage.CancelRequest;
import org.cdfgateway.pgwire.message.OpeningMessage.GssEncRequest;
import org.cdfgateway.pgwire.message.OpeningMessage.SslRequest;
import org.cdfgateway.pgwire.message.OpeningMessage.StartupMessage;
import org.cdfgateway.pgwire.message.ProtocolVersion;

/** Opening messages to bytes and back. */
public final class OpeningCodec {
    private static final int CANCEL_REQUEST = 80877102;
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_ENC_REQUEST = 80877104;
    /** PostgreSQL's bound since protocol 3.2. */
    private static final int MAX_CANCEL_SECRET_BYTES = 256;

    private OpeningCodec() {}

    public static void writeSslRequest(ByteBuf out) {
        out.writeInt(8).writeInt(SSL_REQUEST);
    }

    public static void writeGssEncRequest(ByteBuf out) {
        out.writeInt(8).writeInt(GSS_ENC_REQUEST);
    }

    public static void write(CancelRequest request, ByteBuf out) {
        int length = LengthPrefix.begin(out);
        out.writeInt(CANCEL_REQUEST).writeInt(request.key().processId());
        out.writeBytes(request.key().secret());
        LengthPrefix.end(out, length);
    }

    public static void write(StartupMessage message, ByteBuf out) {
        int length = LengthPrefix.begin(out);
        out.writeInt(message.version().code());
        message.parameters().forEach((name, value) -> {
            CString.write(out, name);
            CString.write(out, value);
        });
        out.writeByte(0);
        LengthPrefix.end(out, length);
    }

    /** @param body what follows the length */
    static OpeningMessage read(ByteBuf body) {
        int code = body.readInt();
        return switch (code) {
            case SSL_REQUEST -> new SslRequest();
            case GSS_ENC_REQUEST -> new GssEncRequest();
            case CANCEL_REQUEST -> readCancel(body);
            default -> readStartup(code, body);
        };
    }

    private static CancelRequest readCancel(ByteBuf body) {
        int secretBytes = body.readableBytes() - Integer.BYTES;
        if (secretBytes < 0 || secretBytes > MAX_CANCEL_SECRET_BYTES) {
            throw invalid("invalid length of cancel request");
        }
        int processId = body.readInt();
        byte[] secret = new byte[secretBytes];
        body.readBytes(secret);
        return new CancelRequest(new CancelKey(processId, secret));
    }

    /** Of another major version only the number is of interest: the rest may look different. */
    private static StartupMessage readStartup(int code, ByteBuf body) {
        ProtocolVersion version = ProtocolVersion.ofCode(code);
        Map<String, String> parameters = new LinkedHashMap<>();
        if (version.major() == ProtocolVersion.V3_0.major()) {
            while (true) {
                String name = CString.read(body);
                if (name.isEmpty()) {
                    break;
                }
                parameters.put(name, CString.read(body));
            }
            if (body.isReadable()) {
                throw invalid("invalid startup packet layout: expected terminator as last byte");
            }
        }
        return new StartupMessage(version, parameters);
    }

    private static GatewayException invalid(String message) {
        return new GatewayException(ErrorKind.PROTOCOL_VIOLATION, message);
    }
}
