package org.cdfgateway.pgwire.type;

import io.netty.buffer.ByteBuf;

/** A decimal number. */
final class Int8 implements PgType {
    static final Int8 INSTANCE = new Int8();

    private Int8() {}

    @Override
    public int oid() {
        return 20;
    }

    @Override
    public int length() {
        return 8;
    }

    @Override
    public void writeText(Object value, ByteBuf out) {
        Decimals.write((Long) value, out);
    }
}
