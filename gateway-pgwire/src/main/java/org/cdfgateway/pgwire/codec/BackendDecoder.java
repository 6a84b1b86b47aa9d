package org.cdfgateway.pgwire.codec;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
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
import org.cdfgateway.pgwire.message.CancelKey;
import org.cdfgateway.pgwire.message.FieldDescription;
import org.cdfgateway.pgwire.message.ProtocolVersion;
import org.cdfgateway.pgwire.message.TransactionStatus;

/** Reads what servers send. Does not release the frames. */
public final class BackendDecoder {

    private BackendDecoder() {}

    /**
     * Empty for rows and other messages that are not ours to read.
     *
     * @throws GatewayException PROTOCOL_VIOLATION
     */
    public static Optional<BackendMessage> read(Frame frame) {
        ByteBuf in = frame.content().duplicate();
        try {
            return switch (frame.tag()) {
                case BackendTag.AUTHENTICATION -> Optional.of(authentication(in));
                case BackendTag.PARAMETER_STATUS ->
                    Optional.of(new ParameterStatus(CString.read(in), CString.read(in)));
                case BackendTag.BACKEND_KEY_DATA -> Optional.of(keyData(in));
                case BackendTag.READY_FOR_QUERY -> Optional.of(new ReadyForQuery(status(in.readByte())));
                case BackendTag.ERROR_RESPONSE -> Optional.of(new ErrorResponse(DiagnosticCodec.read(in)));
                case BackendTag.NOTICE_RESPONSE -> Optional.of(new NoticeResponse(DiagnosticCodec.read(in)));
                case BackendTag.NEGOTIATE_PROTOCOL_VERSION -> Optional.of(negotiation(in));
                case BackendTag.ROW_DESCRIPTION -> Optional.of(rowDescription(in));
                case BackendTag.COMMAND_COMPLETE -> Optional.of(new CommandComplete(CString.read(in)));
                case BackendTag.EMPTY_QUERY_RESPONSE -> Optional.of(new EmptyQueryResponse());
                case BackendTag.PARSE_COMPLETE -> Optional.of(new ParseComplete());
                case BackendTag.BIND_COMPLETE -> Optional.of(new BindComplete());
                case BackendTag.CLOSE_COMPLETE -> Optional.of(new CloseComplete());
                case BackendTag.NO_DATA -> Optional.of(new NoData());
                case BackendTag.PARAMETER_DESCRIPTION -> Optional.of(parameterDescription(in));
                case BackendTag.PORTAL_SUSPENDED -> Optional.of(new PortalSuspended());
                default -> Optional.empty();
            };
        } catch (IndexOutOfBoundsException tooShort) {
            throw new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "invalid message format").causedBy(tooShort);
        }
    }

    public static TransactionStatus status(byte code) {
        for (TransactionStatus status : TransactionStatus.values()) {
            if (status.code() == code) {
                return status;
            }
        }
        throw new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "invalid transaction status: " + code);
    }

    private static BackendMessage authentication(ByteBuf in) {
        int code = in.readInt();
        return switch (code) {
            case AuthenticationCode.OK -> new AuthenticationOk();
            case AuthenticationCode.CLEARTEXT_PASSWORD -> new AuthenticationCleartextPassword();
            case AuthenticationCode.SASL -> new AuthenticationSasl(mechanisms(in));
            case AuthenticationCode.SASL_CONTINUE -> new AuthenticationSaslContinue(rest(in));
            case AuthenticationCode.SASL_FINAL -> new AuthenticationSaslFinal(rest(in));
            default ->
                throw new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "unsupported authentication request: " + code);
        };
    }

    private static List<String> mechanisms(ByteBuf in) {
        List<String> mechanisms = new ArrayList<>();
        for (String mechanism = CString.read(in); !mechanism.isEmpty(); mechanism = CString.read(in)) {
            mechanisms.add(mechanism);
        }
        return mechanisms;
    }

    private static BackendKeyData keyData(ByteBuf in) {
        int processId = in.readInt();
        byte[] secret = new byte[in.readableBytes()];
        in.readBytes(secret);
        return new BackendKeyData(new CancelKey(processId, secret));
    }

    private static NegotiateProtocolVersion negotiation(ByteBuf in) {
        ProtocolVersion newest = ProtocolVersion.ofCode(in.readInt());
        int count = in.readInt();
        List<String> options = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            options.add(CString.read(in));
        }
        return new NegotiateProtocolVersion(newest, options);
    }

    private static RowDescription rowDescription(ByteBuf in) {
        int count = in.readUnsignedShort();
        List<FieldDescription> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = CString.read(in);
            in.skipBytes(Integer.BYTES + Short.BYTES);
            fields.add(new FieldDescription(name, in.readInt(), in.readShort()));
            in.skipBytes(Integer.BYTES + Short.BYTES);
        }
        return new RowDescription(fields);
    }

    private static ParameterDescription parameterDescription(ByteBuf in) {
        int count = in.readUnsignedShort();
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            types.add(in.readInt());
        }
        return new ParameterDescription(types);
    }

    private static String rest(ByteBuf in) {
        return in.readCharSequence(in.readableBytes(), StandardCharsets.UTF_8).toString();
    }
}
