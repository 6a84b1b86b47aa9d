package org.cdfgateway.pgwire.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.DefaultByteBufHolder;

/** One message, not decoded: its type byte and, as content, its body. Whoever gets it releases it. */
public final class Frame extends DefaultByteBufHolder {
    private final byte tag;

    public Frame(byte tag, ByteBuf body) {
        super(body);
        this.tag = tag;
    }

    public byte tag() {
        return tag;
    }

    @Override
    public Frame replace(ByteBuf body) {
        return new Frame(tag, body);
    }

    @Override
    public String toString() {
        return "Frame[" + (char) tag + ", " + content().readableBytes() + " bytes]";
    }
}
