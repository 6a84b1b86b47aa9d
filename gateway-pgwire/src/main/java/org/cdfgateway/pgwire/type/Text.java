package org.cdfgateway.pgwire.type;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/** Types whose text is the value itself, in UTF-8. */
final class Text implements PgType {
    static final Text TEXT = new Text(25);
    static final Text JSON = new Text(114);
    static final Text BYTEA = new Text(17);

    private final int oid;

    private Text(int oid) {
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
        ByteBufUtil.writeUtf8(out, (String) value);
    }
}
