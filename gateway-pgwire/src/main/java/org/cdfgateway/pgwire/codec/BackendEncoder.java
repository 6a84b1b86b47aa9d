package org.cdfgateway.pgwire.codec;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.cdfgateway.pgwire.message.BackendMessage;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationCleartextPassword;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationOk;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationSasl;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationSaslContinue;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationSaslFinal;
import org.cdfgateway.pgwire.message.BackendMessage.BackendKeyData;
import org.cdfgateway.pgwire.message.BackendMessage.BindComplete;
import org.cdfgateway.pgwire.message.BackendMessage.CloseComplete;
import org.cdfgateway.pgwire.message.BackendMessage.CommandComplete;
import org.cdfgateway.pgwire.message.BackendMessage.EmptyQueryResponse;
import org.cdfgateway.pgwire.message.BackendMessage.ErrorResponse;
import org.cdfgateway.pgwire.message.BackendMessage.NegotiateProtocolVersion;
import org.cdfgateway.pgwire.message.BackendMessage.NoData;
import org.cdfgateway.pgwire.message.BackendMessage.NoticeResponse;
import org.cdfgateway.pgwire.message.BackendMessage.ParameterDescription;
import org.cdfgateway.pgwire.message.BackendMessage.ParameterStatus;
import org.cdfgateway.pgwire.message.BackendMessage.ParseComplete;
import org.cdfgateway.pgwire.message.BackendMessage.PortalSuspended;
import org.cdfgateway.pgwire.message.BackendMessage.ReadyForQuery;
import org.cdfgateway.pgwire.message.BackendMessage.RowDescription;
import org.cdfgateway.pgwire.message.FieldDescription;

/** Appends what servers send to a buffer. */
public final class BackendEncoder implements BackendMessage.Cases<ByteBuf> {
    private final ByteBuf out;

    private BackendEncoder(ByteBuf out) {
        this.out = out;
    }

    /** Returns {@code out}. */
    public static ByteBuf write(BackendMessage message, ByteBuf out) {
        return message.match(new BackendEncoder(out));
    }

    @Override
    public ByteBuf authenticationOk(AuthenticationOk message) {
        return authentication(AuthenticationCode.OK, () -> {});
    }

    @Override
    public ByteBuf authenticationCleartextPassword(AuthenticationCleartextPassword message) {
        return authentication(AuthenticationCode.CLEARTEXT_PASSWORD, () -> {});
    }

    @Override
    public ByteBuf authenticationSasl(AuthenticationSasl message) {
        return authentication(AuthenticationCode.SASL, () -> {
            message.mechanisms().forEach(mechanism -> CString.write(out, mechanism));
            out.writeByte(0);
        });
    }

    @Override
    public ByteBuf authenticationSaslContinue(AuthenticationSaslContinue message) {
        return authentication(AuthenticationCode.SASL_CONTINUE, () -> text(message.data()));
    }

    @Override
    public ByteBuf authenticationSaslFinal(AuthenticationSaslFinal message) {
        return authentication(AuthenticationCode.SASL_FINAL, () -> text(message.data()));
    }

    @Override
    public ByteBuf parameterStatus(ParameterStatus message) {
        return message(BackendTag.PARAMETER_STATUS, () -> {
            CString.write(out, message.name());
            CString.write(out, message.value());
        });
    }

    @Override
    public ByteBuf backendKeyData(BackendKeyData message) {
        return message(BackendTag.BACKEND_KEY_DATA, () -> {
            out.writeInt(message.key().processId());
            out.writeBytes(message.key().secret());
        });
    }

    @Override
    public ByteBuf readyForQuery(ReadyForQuery message) {
        return message(
                BackendTag.READY_FOR_QUERY, () -> out.writeByte(message.status().code()));
    }

    @Override
    public ByteBuf errorResponse(ErrorResponse message) {
        return message(BackendTag.ERROR_RESPONSE, () -> DiagnosticCodec.write(message.diagnostic(), out));
    }

    @Override
    public ByteBuf noticeResponse(NoticeResponse message) {
        return message(BackendTag.NOTICE_RESPONSE, () -> DiagnosticCodec.write(message.diagnostic(), out));
    }

    @Override
    public ByteBuf negotiateProtocolVersion(NegotiateProtocolVersion message) {
        return message(BackendTag.NEGOTIATE_PROTOCOL_VERSION, () -> {
            out.writeInt(message.newest().code());
            out.writeInt(message.unknownOptions().size());
            message.unknownOptions().forEach(option -> CString.write(out, option));
        });
    }

    @Override
    public ByteBuf rowDescription(RowDescription message) {
        return message(BackendTag.ROW_DESCRIPTION, () -> {
            out.writeShort(message.fields().size());
            for (FieldDescription field : message.fields()) {
                CString.write(out, field.name());
                out.writeInt(0).writeShort(0);
                out.writeInt(field.typeOid()).writeShort(field.typeLength());
                out.writeInt(-1).writeShort(0);
            }
        });
    }

    @Override
    public ByteBuf commandComplete(CommandComplete message) {
        return message(BackendTag.COMMAND_COMPLETE, () -> CString.write(out, message.tag()));
    }

    @Override
    public ByteBuf emptyQueryResponse(EmptyQueryResponse message) {
        return message(BackendTag.EMPTY_QUERY_RESPONSE, () -> {});
    }

    @Override
    public ByteBuf parseComplete(ParseComplete message) {
        return message(BackendTag.PARSE_COMPLETE, () -> {});
    }

    @Override
    public ByteBuf bindComplete(BindComplete message) {
        return message(BackendTag.BIND_COMPLETE, () -> {});
    }

    @Override
    public ByteBuf closeComplete(CloseComplete message) {
        return message(BackendTag.CLOSE_COMPLETE, () -> {});
    }

    @Override
    public ByteBuf noData(NoData message) {
        return message(BackendTag.NO_DATA, () -> {});
    }

    @Override
    public ByteBuf parameterDescription(ParameterDescription message) {
        return message(BackendTag.PARAMETER_DESCRIPTION, () -> {
            out.writeShort(message.types().size());
            message.types().forEach(out::writeInt);
        });
    }

    @Override
    public ByteBuf portalSuspended(PortalSuspended message) {
        return message(BackendTag.PORTAL_SUSPENDED, () -> {});
    }

    private void text(String data) {
        out.writeCharSequence(data, StandardCharsets.UTF_8);
    }

    private ByteBuf authentication(int code, Runnable body) {
        return message(BackendTag.AUTHENTICATION, () -> {
            out.writeInt(code);
            body.run();
        });
    }

    private ByteBuf message(byte tag, Runnable body) {
        int length = LengthPrefix.begin(out, tag);
        body.run();
        LengthPrefix.end(out, length);
        return out;
    }
}
