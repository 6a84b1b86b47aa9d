package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cdfgateway.pgwire.codec.LengthPrefix;

/** Reads the names at the beginning of a message's body, as far as they have arrived. The message stays as it is. */
final class MessageHead {
    private final ByteBuf message;
    private int index;

    /** @param message from its tag on, at least the header */
    MessageHead(ByteBuf message) {
        this.message = message;
        this.index = message.readerIndex() + LengthPrefix.HEADER_BYTES;
    }

    /** Where the bytes lie that follow the last name. */
    int index() {
        return index;
    }

    /** The next name, its bytes taken for ISO-8859-1; empty when its end has not arrived. */
    Optional<String> name() {
        int end = index < message.writerIndex() ? message.indexOf(index, message.writerIndex(), (byte) 0) : -1;
        if (end < 0) {
            return Optional.empty();
        }
        String name = message.toString(index, end - index, StandardCharsets.ISO_8859_1);
        index = end + 1;
        return Optional.of(name);
    }
}
