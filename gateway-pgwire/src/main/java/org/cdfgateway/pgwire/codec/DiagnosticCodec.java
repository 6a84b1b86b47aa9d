package org.cdfgateway.pgwire.codec;

import io.netty.buffer.ByteBuf;
import java.util.Locale;
import java.util.Optional;
import org.cdfgateway.pgwire.message.Diagnostic;
import org.cdfgateway.pgwire.message.Severity;
import org.jspecify.annotations.Nullable;

/** The body of ErrorResponse and NoticeResponse: {@code (byte field | text 0)* | 0}. */
public final class DiagnosticCodec {
    /** May be translated. */
    private static final byte SEVERITY = 'S';
    /** Never translated, since PostgreSQL 9.6. */
    private static final byte PLAIN_SEVERITY = 'V';

    private static final byte CODE = 'C';
    private static final byte MESSAGE = 'M';
    private static final byte DETAIL = 'D';
    private static final byte HINT = 'H';

    private DiagnosticCodec() {}

    static void write(Diagnostic diagnostic, ByteBuf out) {
        field(SEVERITY, diagnostic.severity().name(), out);
        field(PLAIN_SEVERITY, diagnostic.severity().name(), out);
        field(CODE, diagnostic.sqlState(), out);
        field(MESSAGE, diagnostic.message(), out);
        diagnostic.detail().ifPresent(detail -> field(DETAIL, detail, out));
        diagnostic.hint().ifPresent(hint -> field(HINT, hint, out));
        out.writeByte(0);
    }

    private static void field(byte code, String text, ByteBuf out) {
        out.writeByte(code);
        // A zero byte would end the field early and shift the rest.
        CString.write(out, text.replace('\0', ' '));
    }

    /** Fields we do not look at are skipped. */
    public static Diagnostic read(ByteBuf in) {
        String severity = Severity.ERROR.name();
        String sqlState = "";
        String message = "";
        @Nullable String detail = null;
        @Nullable String hint = null;
        for (byte field = in.readByte(); field != 0; field = in.readByte()) {
            String text = CString.read(in);
            switch (field) {
                case PLAIN_SEVERITY -> severity = text;
                case CODE -> sqlState = text;
                case MESSAGE -> message = text;
                case DETAIL -> detail = text;
                case HINT -> hint = text;
                default -> {}
            }
        }
        return new Diagnostic(
                severity(severity), sqlState, message, Optional.ofNullable(detail), Optional.ofNullable(hint));
    }

    private static Severity severity(String text) {
        for (Severity severity : Severity.values()) {
            if (text.toUpperCase(Locale.ROOT).startsWith(severity.name())) {
                return severity;
            }
        }
        return Severity.ERROR;
    }
}
