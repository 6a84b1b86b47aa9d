package org.cdfgateway.pgwire.codec;

import io.netty.buffer.ByteBuf;

/** Writes {@code byte tag | int32 length}, the length once the body is known. */
public final class LengthPrefix {

    /** Bytes of the tag and the length. */
    public static final int HEADER_BYTES = 5;

    private LengthPrefix() {}

    /** Writes the tag, reserves the length, and returns where it belongs. */
    public static int begin(ByteBuf out, byte tag) {
        out.writeByte(tag);
        return begin(out);
    }

    /** Reserves the length of a message without a tag. */
    static int begin(ByteBuf out) {
        int position = out.writerIndex();
        out.writeInt(0);
        return position;
    }

    /** The body ends here. */
    public static void end(ByteBuf out, int position) {
        out.setInt(position, out.writerIndex() - position);
    }
}
