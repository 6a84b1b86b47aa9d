package org.cdfgateway.pgwire.type;

import io.netty.buffer.ByteBuf;
import java.util.List;

/** {@code {1,2,3}}. */
final class Int8Array implements PgType {
    static final Int8Array INSTANCE = new Int8Array();

    private Int8Array() {}

    @Override
    public int oid() {
        return 1016;
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
            Decimals.write((Long) element, out);
        }
        out.writeByte('}');
    }
}
