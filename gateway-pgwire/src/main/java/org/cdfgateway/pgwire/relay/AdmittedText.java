package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.Charset;
import java.util.Optional;
import org.cdfgateway.domain.port.inbound.Admission;
import org.cdfgateway.domain.port.inbound.RowInsert;
import org.cdfgateway.domain.port.inbound.StatementGuard;
import org.cdfgateway.pgwire.codec.FrontendTag;
import org.cdfgateway.pgwire.codec.LengthPrefix;

/** Shows the text of a Query or Parse message to the guard and rebuilds the message when the guard wants another. */
final class AdmittedText {
    private final StatementGuard guard;

    AdmittedText(StatementGuard guard) {
        this.guard = guard;
    }

    /**
     * What the guard made of a message.
     *
     * @param replacement the message to send instead; empty when it is fine as it is
     */
    record Verdict(
            Optional<ByteBuf> replacement,
            boolean isLoneChange,
            boolean reachesStrictKeys,
            Optional<RowInsert> rowInsert,
            boolean dropsPrepared) {
        static final Verdict UNREADABLE = plain(Optional.empty());

        /** Of a message about which nothing else is to be said. */
        static Verdict plain(Optional<ByteBuf> replacement) {
            return new Verdict(replacement, false, false, Optional.empty(), false);
        }
    }

    /** @param message the whole message with its header; stays as it is */
    Verdict examine(ByteBuf message, Charset charset, ByteBufAllocator allocator) {
        int textStart = message.readerIndex() + LengthPrefix.HEADER_BYTES;
        if (message.getByte(message.readerIndex()) == FrontendTag.PARSE) {
            textStart = endOfText(message, textStart) + 1;
        }
        int textEnd = endOfText(message, textStart);
        if (textStart > textEnd) {
            // Not terminated: the engine says so better.
            return Verdict.UNREADABLE;
        }
        String text = message.toString(textStart, textEnd - textStart, charset);
        Admission admission = guard.admit(text);
        Optional<ByteBuf> replacement = admission.text().equals(text)
                ? Optional.empty()
                : Optional.of(rebuild(message, textStart, textEnd, admission.text(), charset, allocator));
        return new Verdict(
                replacement,
                admission.isLoneChange(),
                admission.reachesStrictKeys(),
                admission.rowInsert(),
                admission.dropsPrepared());
    }

    private static ByteBuf rebuild(
            ByteBuf message, int textStart, int textEnd, String admitted, Charset charset, ByteBufAllocator allocator) {
        ByteBuf out = allocator.buffer(message.readableBytes() + admitted.length());
        int length = LengthPrefix.begin(out, message.getByte(message.readerIndex()));
        int bodyStart = message.readerIndex() + LengthPrefix.HEADER_BYTES;
        out.writeBytes(message, bodyStart, textStart - bodyStart);
        out.writeCharSequence(admitted, charset);
        out.writeBytes(message, textEnd, message.writerIndex() - textEnd);
        LengthPrefix.end(out, length);
        return out;
    }

    /** Where the zero byte is, or the message ends. */
    private static int endOfText(ByteBuf message, int start) {
        int end = start < message.writerIndex() ? message.indexOf(start, message.writerIndex(), (byte) 0) : -1;
        return end < 0 ? message.writerIndex() : end;
    }
}
