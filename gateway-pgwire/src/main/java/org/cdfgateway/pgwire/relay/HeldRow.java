package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import io.netty.util.ReferenceCountUtil;
import java.util.List;

/**
 * A row whose messages have not been sent to the engine yet.
 *
 * @param messages Bind, perhaps Describe, and Execute; retained
 */
record HeldRow(BoundRow values, List<ByteBuf> messages) {
    private static final int WITH_DESCRIBE = 3;

    HeldRow {
        messages = List.copyOf(messages);
    }

    boolean isDescribed() {
        return messages.size() == WITH_DESCRIBE;
    }

    void writeTo(ByteBuf out) {
        messages.forEach(message -> out.writeBytes(message.duplicate()));
    }

    void release() {
        messages.forEach(ReferenceCountUtil::release);
    }
}
