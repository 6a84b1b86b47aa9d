package org.cdfgateway.pgwire.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Follows the messages of a server's byte stream without keeping them: knows where one ends, and shows the beginnings of
 * the few that matter to whoever passes the stream on. Belongs to one thread.
 */
public final class MessageTracker {
    /** Bytes of a body that are shown: enough for a severity, a status or a short setting. */
    private static final int SHOWN_BYTES = 64;

    private final Observer observer;
    private final byte[] start = new byte[LengthPrefix.HEADER_BYTES + SHOWN_BYTES];
    private long seen;
    private long total;

    /** Is told of ReadyForQuery, ErrorResponse and ParameterStatus messages once they are complete. */
    @FunctionalInterface
    public interface Observer {
        /** @param bodyStart up to 64 bytes from the beginning of the body, to be read before returning */
        void completed(byte tag, ByteBuf bodyStart);
    }

    public MessageTracker(Observer observer) {
        this.observer = observer;
    }

    /** Whether the stream so far ends with a complete message. */
    public boolean isAtBoundary() {
        return seen == 0;
    }

    /**
     * Takes notice of the readable bytes of {@code chunk}, which stays as it is.
     *
     * @return the index in {@code chunk} behind the last message that ends in it, -1 when none does
     */
    public int advance(ByteBuf chunk) {
        int boundary = -1;
        int index = chunk.readerIndex();
        int end = chunk.writerIndex();
        while (index < end) {
            if (seen < LengthPrefix.HEADER_BYTES) {
                index = readHeader(chunk, index, end);
                if (seen < LengthPrefix.HEADER_BYTES) {
                    break;
                }
            }
            int step = (int) Math.min(total - seen, end - index);
            show(chunk, index, step);
            index += step;
            seen += step;
            if (seen == total) {
                boundary = index;
                complete();
            }
        }
        return boundary;
    }

    private int readHeader(ByteBuf chunk, int from, int end) {
        int index = from;
        while (seen < LengthPrefix.HEADER_BYTES && index < end) {
            start[(int) seen++] = chunk.getByte(index++);
        }
        if (seen == LengthPrefix.HEADER_BYTES) {
            int length = (start[1] & 0xff) << 24 | (start[2] & 0xff) << 16 | (start[3] & 0xff) << 8 | (start[4] & 0xff);
            MessageLimit.check(length, Integer.MAX_VALUE);
            total = 1L + length;
        }
        return index;
    }

    private void show(ByteBuf chunk, int index, int step) {
        if (isObserved(start[0]) && seen < start.length) {
            chunk.getBytes(index, start, (int) seen, Math.min(step, start.length - (int) seen));
        }
    }

    private void complete() {
        long shown = Math.min(total, start.length);
        seen = 0;
        if (isObserved(start[0])) {
            observer.completed(
                    start[0],
                    Unpooled.wrappedBuffer(start, LengthPrefix.HEADER_BYTES, (int) shown - LengthPrefix.HEADER_BYTES));
        }
    }

    private static boolean isObserved(byte tag) {
        return tag == BackendTag.READY_FOR_QUERY
                || tag == BackendTag.ERROR_RESPONSE
                || tag == BackendTag.PARAMETER_STATUS;
    }
}
