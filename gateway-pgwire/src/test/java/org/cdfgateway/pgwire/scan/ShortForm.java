package org.cdfgateway.pgwire.scan;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.cdfgateway.pgwire.codec.BackendDecoder;
import org.cdfgateway.pgwire.codec.Frame;
import org.cdfgateway.pgwire.message.BackendMessage;
import org.cdfgateway.pgwire.message.FieldDescription;

/** What a server says, in short: {@code T id name}, {@code D 1 pump}, {@code C FETCH 1}, {@code E 42P01}, {@code Z I}. */
final class ShortForm {

    private ShortForm() {}

    static String of(Frame frame) {
        String tag = String.valueOf((char) frame.tag());
        BackendMessage message = BackendDecoder.read(frame).orElse(null);
        if (message == null) {
            return tag + " " + values(frame.content());
        } else if (message instanceof BackendMessage.RowDescription rows) {
            return tag + " "
                    + rows.fields().stream().map(FieldDescription::name).collect(Collectors.joining(" "));
        } else if (message instanceof BackendMessage.CommandComplete complete) {
            return tag + " " + complete.tag();
        } else if (message instanceof BackendMessage.ErrorResponse error) {
            return tag + " " + error.diagnostic().sqlState();
        } else if (message instanceof BackendMessage.ReadyForQuery ready) {
            return tag + " " + (char) ready.status().code();
        } else if (message instanceof BackendMessage.ParameterDescription parameters) {
            return tag + " " + parameters.types().size();
        }
        return tag;
    }

    private static String values(ByteBuf row) {
        StringBuilder values = new StringBuilder();
        int count = row.readShort();
        for (int i = 0; i < count; i++) {
            int length = row.readInt();
            values.append(i == 0 ? "" : " ")
                    .append(length < 0 ? "NULL" : row.readCharSequence(length, StandardCharsets.UTF_8));
        }
        return values.toString();
    }
}
