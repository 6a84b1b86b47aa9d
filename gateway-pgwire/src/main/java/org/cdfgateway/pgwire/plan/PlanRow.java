package org.cdfgateway.pgwire.plan;

import io.netty.buffer.ByteBuf;
import java.nio.charset.Charset;
import org.cdfgateway.pgwire.codec.BackendTag;
import org.cdfgateway.pgwire.codec.LengthPrefix;

/** A line of a plan: a DataRow with one text. */
final class PlanRow {
    /** The number of columns, and the text's length. */
    private static final int TEXT_OFFSET = LengthPrefix.HEADER_BYTES + Short.BYTES + Integer.BYTES;

    private PlanRow() {}

    static String read(ByteBuf row, Charset charset) {
        int start = row.readerIndex() + TEXT_OFFSET;
        return row.toString(start, row.writerIndex() - start, charset);
    }

    static void write(String line, Charset charset, ByteBuf out) {
        int length = LengthPrefix.begin(out, BackendTag.DATA_ROW);
        byte[] text = line.getBytes(charset);
        out.writeShort(1);
        out.writeInt(text.length);
        out.writeBytes(text);
        LengthPrefix.end(out, length);
    }
}
