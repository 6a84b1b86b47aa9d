package org.cdfgateway.pgwire.type;

import io.netty.buffer.ByteBuf;

/** A number that {@code real} can hold, in digits enough for {@code double precision}: it is read back as the same. */
final class Float4 implements PgType {
    static final Float4 INSTANCE = new Float4();

    private Float4() {}

    @Override
    public int oid() {
        return 700;
    }

    @Override
    public int length() {
        return 4;
    }

    @Override
    public void writeText(Object value, ByteBuf out) {
        Float8.INSTANCE.writeText(value, out);
    }
}
