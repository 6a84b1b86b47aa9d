package org.cdfgateway.pgwire.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import org.cdfgateway.pgwire.message.FrontendMessage;
import org.cdfgateway.pgwire.message.FrontendMessage.Bind;
import org.cdfgateway.pgwire.message.FrontendMessage.Close;
import org.cdfgateway.pgwire.message.FrontendMessage.Describe;
import org.cdfgateway.pgwire.message.FrontendMessage.Execute;
import org.cdfgateway.pgwire.message.FrontendMessage.Flush;
import org.cdfgateway.pgwire.message.FrontendMessage.Parse;
import org.cdfgateway.pgwire.message.FrontendMessage.PasswordMessage;
import org.cdfgateway.pgwire.message.FrontendMessage.Query;
import org.cdfgateway.pgwire.message.FrontendMessage.SaslInitialResponse;
import org.cdfgateway.pgwire.message.FrontendMessage.SaslResponse;
import org.cdfgateway.pgwire.message.FrontendMessage.Sync;
import org.cdfgateway.pgwire.message.FrontendMessage.Terminate;

/** Appends what clients send to a buffer. */
public final class FrontendEncoder implements FrontendMessage.Cases<ByteBuf> {
    private final ByteBuf out;

    private FrontendEncoder(ByteBuf out) {
        this.out = out;
    }

    /** Returns {@code out}. */
    public static ByteBuf write(FrontendMessage message, ByteBuf out) {
        return message.match(new FrontendEncoder(out));
    }

    @Override
    public ByteBuf query(Query message) {
        return message(FrontendTag.QUERY, () -> CString.write(out, message.sql()));
    }

    @Override
    public ByteBuf parse(Parse message) {
        return message(FrontendTag.PARSE, () -> {
            CString.write(out, message.statement());
            CString.write(out, message.sql());
            out.writeShort(message.parameterTypes().size());
            message.parameterTypes().forEach(out::writeInt);
        });
    }

    @Override
    public ByteBuf bind(Bind message) {
        return message(FrontendTag.BIND, () -> {
            CString.write(out, message.portal());
            CString.write(out, message.statement());
            out.writeShort(0);
            out.writeShort(message.parameters().size());
            for (String parameter : message.parameters()) {
                if (parameter == null) {
                    out.writeInt(-1);
                } else {
                    out.writeInt(ByteBufUtil.utf8Bytes(parameter));
                    out.writeCharSequence(parameter, StandardCharsets.UTF_8);
                }
            }
            out.writeShort(0);
        });
    }

    @Override
    public ByteBuf describe(Describe message) {
        return message(FrontendTag.DESCRIBE, () -> {
            out.writeByte(message.target().code());
            CString.write(out, message.name());
        });
    }

    @Override
    public ByteBuf execute(Execute message) {
        return message(FrontendTag.EXECUTE, () -> {
            CString.write(out, message.portal());
            out.writeInt(message.maxRows());
        });
    }

    @Override
    public ByteBuf close(Close message) {
        return message(FrontendTag.CLOSE, () -> {
            out.writeByte(message.target().code());
            CString.write(out, message.name());
        });
    }

    @Override
    public ByteBuf sync(Sync message) {
        return message(FrontendTag.SYNC, () -> {});
    }

    @Override
    public ByteBuf flush(Flush message) {
        return message(FrontendTag.FLUSH, () -> {});
    }

    @Override
    public ByteBuf terminate(Terminate message) {
        return message(FrontendTag.TERMINATE, () -> {});
    }

    @Override
    public ByteBuf password(PasswordMessage message) {
        return message(
                FrontendTag.PASSWORD,
                () -> CString.write(out, message.password().reveal()));
    }

    @Override
    public ByteBuf saslInitialResponse(SaslInitialResponse message) {
        return message(FrontendTag.PASSWORD, () -> {
            CString.write(out, message.mechanism());
            out.writeInt(ByteBufUtil.utf8Bytes(message.data()));
            out.writeCharSequence(message.data(), StandardCharsets.UTF_8);
        });
    }

    @Override
    public ByteBuf saslResponse(SaslResponse message) {
        return message(FrontendTag.PASSWORD, () -> out.writeCharSequence(message.data(), StandardCharsets.UTF_8));
    }

    private ByteBuf message(byte tag, Runnable body) {
        int length = LengthPrefix.begin(out, tag);
        body.run();
        LengthPrefix.end(out, length);
        return out;
    }
}
