package org.cdfgateway.pgwire.type;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.List;

/** Arrays like <code>{a,"b c","d\"e",NULL}</code>: an element is quoted where the array's own syntax would swallow part of it. */
final class QuotedArray implements PgType {
    static final QuotedArray TEXT = new QuotedArray(1009);
    static final QuotedArray JSON = new QuotedArray(199);

    private final int oid;

    private QuotedArray(int oid) {
        this.oid = oid;
    }

    @Override
    public int oid() {
        return oid;
    }

    @Override
    public int length() {
        return -1;
    }

    @Override
    public void writeText(Object value, ByteBuf out) {
        out.writeByte('{');
        boolean first = true;
        for (Object element : (List<?>) value) {
            if (!first) {
                out.writeByte(',');
            }
            first = false;
            if (element == null) {
                out.writeBytes(PlainArray.NULL);
            } else {
                writeElement((String) element, out);
            }
        }
        out.writeByte('}');
    }

    private static void writeElement(String element, ByteBuf out) {
        if (!needsQuotes(element)) {
            ByteBufUtil.writeUtf8(out, element);
            return;
        }
        out.writeByte('"');
        int plain = 0;
        for (int i = 0; i < element.length(); i++) {
            char c = element.charAt(i);
            if (c == '"' || c == '\\') {
                ByteBufUtil.writeUtf8(out, element, plain, i);
                out.writeByte('\\');
                plain = i;
            }
        }
        ByteBufUtil.writeUtf8(out, element, plain, element.length());
        out.writeByte('"');
    }

    /** PostgreSQL's rule, array_out: empty, NULL in any case, syntax characters, ASCII white space. */
    private static boolean needsQuotes(String element) {
        if (element.isEmpty() || element.equalsIgnoreCase("NULL")) {
            return true;
        }
        for (int i = 0; i < element.length(); i++) {
            char c = element.charAt(i);
            if (c == '"' || c == '\\' || c == '{' || c == '}' || c == ',' || c == ' ' || (c >= '\t' && c <= '\r')) {
                return true;
            }
        }
        return false;
    }
}
