package org.cdfgateway.pgwire.scan;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * Lets a worker write to a channel no faster than the peer reads: collects what is written and sends it in pieces, and
 * waits before the next piece while the channel holds too much. One worker at a time writes.
 */
final class PacedOutput {
    /** A piece is sent once it has grown to this. */
    private static final int PIECE_BYTES = 32 * 1024;

    private final Channel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition writable = lock.newCondition();
    private ByteBuf piece;

    PacedOutput(Channel channel) {
        this.channel = channel;
        this.piece = newPiece();
    }

    /** Where the next message goes. Ask again for every message. */
    ByteBuf buffer() {
        return piece;
    }

    /**
     * Sends if enough has come together. To be called between messages, as often as one likes.
     *
     * @throws GatewayException QUERY_CANCELED when the peer is gone
     */
    void pace() {
        if (piece.readableBytes() >= PIECE_BYTES) {
            flush();
            awaitWritable();
        }
    }

    /** Sends what there is, without waiting. */
    void flush() {
        if (piece.isReadable()) {
            channel.writeAndFlush(piece, channel.voidPromise());
            piece = newPiece();
        }
    }

    /** The worker will not write any more. */
    void release() {
        piece.release();
    }

    /** The channel can take more, or will never again. Any thread. */
    void signal() {
        lock.lock();
        try {
            writable.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitWritable() {
        lock.lock();
        try {
            while (channel.isActive() && !channel.isWritable()) {
                writable.await();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw gone();
        } finally {
            lock.unlock();
        }
        if (!channel.isActive()) {
            throw gone();
        }
    }

    private ByteBuf newPiece() {
        return channel.alloc().buffer(PIECE_BYTES + PIECE_BYTES / 4);
    }

    private static GatewayException gone() {
        return new GatewayException(ErrorKind.QUERY_CANCELED, "the connection ended while rows were being sent");
    }
}
