package org.cdfgateway.bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/** Lines made while they are read, so that a million of them need no memory. */
final class LineStream extends InputStream {
    private final LongFunction<String> lines;
    private final long count;
    private byte[] line = new byte[0];
    private int position;
    private long next;

    LineStream(LongFunction<String> lines, long count) {
        this.lines = lines;
        this.count = count;
    }

    @Override
    public int read() {
        return fill() ? line[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (!fill()) {
            return -1;
        }
        int copied = Math.min(length, line.length - position);
        System.arraycopy(line, position, target, offset, copied);
        position += copied;
        return copied;
    }

    private boolean fill() {
        if (position == line.length) {
            if (next == count) {
                return false;
            }
            line = lines.apply(next++).getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        return true;
    }
}
