package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the session's statements are read as text. In any encoding but UTF-8, bytes are taken for ISO-8859-1, which loses
 * none: the guard looks at ASCII only, and the client encodings it admits leave ASCII bytes alone. Belongs to one event
 * loop.
 */
final class ClientEncoding {
    private static final String SETTING = "client_encoding";

    private Charset charset;

    ClientEncoding(String reported) {
        charset = charsetOf(reported);
    }

    Charset charset() {
        return charset;
    }

    /** @param parameterStatus the body of a ParameterStatus message: {@code name 0 | value 0}, cut off when long */
    void report(ByteBuf parameterStatus) {
        String[] parts = parameterStatus.toString(StandardCharsets.US_ASCII).split("\0", -1);
        if (parts.length > 2 && parts[0].equals(SETTING)) {
            charset = charsetOf(parts[1]);
        }
    }

    private static Charset charsetOf(String reported) {
        return reported.equals("UTF8") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }
}
