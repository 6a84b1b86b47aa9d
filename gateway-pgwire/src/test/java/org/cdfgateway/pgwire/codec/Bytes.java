package org.cdfgateway.pgwire.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Messages as tests write them: ASCII, numbers as hexadecimal in angle brackets: {@code "Q<00000005>;<00>"}. */
public final class Bytes {

    private Bytes() {}

    public static ByteBuf of(String text) {
        ByteBuf out = Unpooled.buffer();
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) == '<') {
                int end = text.indexOf('>', i);
                if (end < 0) {
                    throw new IllegalArgumentException("no > in " + text);
                }
                for (int digit = i + 1; digit < end; digit += 2) {
                    out.writeByte(Integer.parseInt(text.substring(digit, digit + 2), 16));
                }
                i = end + 1;
            } else {
                out.writeByte(text.charAt(i));
                i++;
            }
        }
        return out;
    }

    /** A message with its length filled in: {@code message('Q', "select 1<00>")}. */
    public static ByteBuf message(char tag, String body) {
        ByteBuf content = of(body);
        return Unpooled.buffer()
                .writeByte(tag)
                .writeInt(content.readableBytes() + Integer.BYTES)
                .writeBytes(content);
    }

    /** The opposite of {@link #of}. */
    public static String show(ByteBuf bytes) {
        StringBuilder shown = new StringBuilder();
        for (int i = bytes.readerIndex(); i < bytes.writerIndex(); i++) {
            byte b = bytes.getByte(i);
            if (b >= ' ' && b < 127) {
                shown.append((char) b);
            } else {
                shown.append(String.format("<%02x>", b & 0xff));
            }
        }
        return shown.toString().replace("><", "");
    }

    public static String ascii(ByteBuf bytes) {
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
