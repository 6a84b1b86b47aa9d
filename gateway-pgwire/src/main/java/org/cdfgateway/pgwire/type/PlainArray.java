package org.cdfgateway.pgwire.type;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Arrays like {@code {1,NULL,3}}, of elements whose text never needs quotes. */
final class PlainArray implements PgType {
    static final PlainArray BOOL = new PlainArray(1000, Bool.INSTANCE);
    static final PlainArray INT8 = new PlainArray(1016, Int8.INSTANCE);
    static final PlainArray FLOAT4 = new PlainArray(1021, Float4.INSTANCE);
    static final PlainArray FLOAT8 = new PlainArray(1022, Float8.INSTANCE);

    static final byte[] NULL = "NULL".getBytes(StandardCharsets.US_ASCII);

    private final int oid;
    private final PgType element;

    private PlainArray(int oid, PgType element) {
        this.oid = oid;
        this.element = element;
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
        for (Object item : (List<?>) value) {
            if (!first) {
                out.writeByte(',');
            }
            first = false;
            if (item == null) {
                out.writeBytes(NULL);
            } else {
                element.writeText(item, out);
            }
        }
        out.writeByte('}');
    }
}
