package org.cdfgateway.pgwire.codec;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
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
import org.cdfgateway.pgwire.message.Target;
import org.jspecify.annotations.Nullable;

/** Reads what clients send. Does not release the frames. */
public final class FrontendDecoder {

    private FrontendDecoder() {}

    /**
     * A message of a running session.
     *
     * @throws GatewayException PROTOCOL_VIOLATION; FEATURE_NOT_SUPPORTED for binary parameters and results and for
     *     messages that are not ours to read
     */
    public static FrontendMessage read(Frame frame) {
        return switch (frame.tag()) {
            case FrontendTag.QUERY -> whole(frame, in -> new Query(CString.read(in)));
            case FrontendTag.PARSE -> whole(frame, FrontendDecoder::parse);
            case FrontendTag.BIND -> whole(frame, FrontendDecoder::bind);
            case FrontendTag.DESCRIBE -> whole(frame, in -> new Describe(target(in), CString.read(in)));
            case FrontendTag.EXECUTE -> whole(frame, in -> new Execute(CString.read(in), in.readInt()));
            case FrontendTag.CLOSE -> whole(frame, in -> new Close(target(in), CString.read(in)));
            case FrontendTag.SYNC -> whole(frame, in -> new Sync());
            case FrontendTag.FLUSH -> whole(frame, in -> new Flush());
            case FrontendTag.TERMINATE -> whole(frame, in -> new Terminate());
            default -> {
                ErrorKind kind = FrontendTag.isKnown(frame.tag())
                        ? ErrorKind.FEATURE_NOT_SUPPORTED
                        : ErrorKind.PROTOCOL_VIOLATION;
                throw new GatewayException(kind, "invalid frontend message type " + frame.tag());
            }
        };
    }

    public static PasswordMessage readPassword(Frame frame) {
        return whole(expectPassword(frame), in -> new PasswordMessage(new Secret(CString.read(in))));
    }

    public static SaslInitialResponse readSaslInitialResponse(Frame frame) {
        return whole(expectPassword(frame), in -> {
            String mechanism = CString.read(in);
            int length = in.readInt();
            if (length != in.readableBytes()) {
                throw invalidFormat();
            }
            return new SaslInitialResponse(mechanism, rest(in));
        });
    }

    public static SaslResponse readSaslResponse(Frame frame) {
        return whole(expectPassword(frame), in -> new SaslResponse(rest(in)));
    }

    private static Parse parse(ByteBuf in) {
        String statement = CString.read(in);
        String sql = CString.read(in);
        int count = in.readUnsignedShort();
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            types.add(in.readInt());
        }
        return new Parse(statement, sql, types);
    }

    private static Bind bind(ByteBuf in) {
        String portal = CString.read(in);
        String statement = CString.read(in);
        expectText(in, "parameters");
        int count = in.readUnsignedShort();
        List<@Nullable String> parameters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            parameters.add(
                    length < 0
                            ? null
                            : in.readCharSequence(length, StandardCharsets.UTF_8)
                                    .toString());
        }
        expectText(in, "results");
        return new Bind(portal, statement, parameters);
    }

    private static void expectText(ByteBuf in, String what) {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            if (in.readShort() != 0) {
                throw new GatewayException(
                        ErrorKind.FEATURE_NOT_SUPPORTED, "binary " + what + " are not supported here");
            }
        }
    }

    private static Target target(ByteBuf in) {
        byte code = in.readByte();
        for (Target target : Target.values()) {
            if (target.code() == code) {
                return target;
            }
        }
        throw invalidFormat();
    }

    private static Frame expectPassword(Frame frame) {
        if (frame.tag() != FrontendTag.PASSWORD) {
            throw new GatewayException(
                    ErrorKind.PROTOCOL_VIOLATION, "expected password response, got message type " + frame.tag());
        }
        return frame;
    }

    private static String rest(ByteBuf in) {
        return in.readCharSequence(in.readableBytes(), StandardCharsets.UTF_8).toString();
    }

    /** Reads the body to its end and not beyond. */
    private static <T> T whole(Frame frame, Function<ByteBuf, T> reader) {
        ByteBuf in = frame.content().duplicate();
        T message;
        try {
            message = reader.apply(in);
        } catch (IndexOutOfBoundsException tooShort) {
            throw invalidFormat().causedBy(tooShort);
        }
        if (in.isReadable()) {
            throw invalidFormat();
        }
        return message;
    }

    private static GatewayException invalidFormat() {
        return new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "invalid message format");
    }
}
