package org.cdfgateway.pgwire.type;

import io.netty.buffer.ByteBuf;

/** {@code t} or {@code f}. */
final class Bool implements PgType {
    static final Bool INSTANCE = new Bool();

    private Bool() {}

    @Override
    public int oid() {
        return 16;
    }

    @Override
    public int length() {
        return 1;
    }

    @Override
    public void writeText(Object value, ByteBuf out) {
        out.writeByte((Boolean) value ? 't' : 'f');
    }
}
