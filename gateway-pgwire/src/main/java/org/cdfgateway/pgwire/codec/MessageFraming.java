package org.cdfgateway.pgwire.codec;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.pgwire.message.OpeningMessage;
import org.cdfgateway.pgwire.message.OpeningMessage.StartupMessage;

/**
 * Cuts a byte stream into {@link OpeningMessage}s and then, after a StartupMessage, into {@link Frame}s. Buffers at most
 * one message, which grows as its bytes arrive, never by the length it announces. When it leaves the pipeline, what it
 * has buffered goes on as it is.
 */
public final class MessageFraming extends ByteToMessageDecoder {
    /** PostgreSQL's own limit, MAX_STARTUP_PACKET_LENGTH. */
    private static final int MAX_OPENING_BYTES = 10_000;

    private static final int MIN_OPENING_BYTES = 8;

    private Expected expected;
    private int maxMessageBytes;

    private enum Expected {
        OPENING,
        TAGGED
    }

    private MessageFraming(Expected expected, int maxMessageBytes) {
        this.expected = expected;
        this.maxMessageBytes = maxMessageBytes;
    }

    /** @param maxMessageBytes bound for messages after the opening, length field included */
    public static MessageFraming ofServer(int maxMessageBytes) {
        return new MessageFraming(Expected.OPENING, maxMessageBytes);
    }

    public static MessageFraming ofClient(int maxMessageBytes) {
        return new MessageFraming(Expected.TAGGED, maxMessageBytes);
    }

    /** Another bound from the next message on. */
    public void limitMessages(int bytes) {
        maxMessageBytes = bytes;
    }

    /** Whether bytes have arrived behind the last message. */
    public boolean hasBuffered() {
        return actualReadableBytes() > 0;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (expected == Expected.OPENING) {
            opening(in, out);
        } else {
            tagged(in, out);
        }
    }

    private void opening(ByteBuf in, List<Object> out) {
        if (in.readableBytes() < Integer.BYTES) {
            return;
        }
        int length = in.getInt(in.readerIndex());
        if (length < MIN_OPENING_BYTES || length > MAX_OPENING_BYTES) {
            throw new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "invalid length of startup packet");
        }
        if (in.readableBytes() < length) {
            return;
        }
        in.skipBytes(Integer.BYTES);
        OpeningMessage message = OpeningCodec.read(in.readSlice(length - Integer.BYTES));
        if (message instanceof StartupMessage) {
            expected = Expected.TAGGED;
        }
        out.add(message);
    }

    private void tagged(ByteBuf in, List<Object> out) {
        if (in.readableBytes() < LengthPrefix.HEADER_BYTES) {
            return;
        }
        int length = in.getInt(in.readerIndex() + 1);
        MessageLimit.check(length, maxMessageBytes);
        if (in.readableBytes() < 1 + length) {
            return;
        }
        byte tag = in.readByte();
        in.skipBytes(Integer.BYTES);
        out.add(new Frame(tag, in.readRetainedSlice(length - Integer.BYTES)));
    }
}
