package org.cdfgateway.pgwire.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTrackerTest {
    private final List<String> observed = new ArrayList<>();
    private final MessageTracker tracker =
            new MessageTracker((tag, body) -> observed.add((char) tag + Bytes.show(body)));

    @Test
    void findsTheSameMessagesHoweverTheStreamIsCut() {
        ByteBuf stream = Unpooled.wrappedBuffer(
                Bytes.message('D', "row"),
                Bytes.message('S', "TimeZone<00>UTC<00>"),
                Bytes.message('n', ""),
                Bytes.message('E', "SFATAL<00>" + "x".repeat(100)),
                Bytes.message('Z', "T"));
        List<String> expected = List.of("STimeZone<00>UTC<00>", "ESFATAL<00>" + "x".repeat(57), "ZT");

        for (int size = 1; size <= stream.readableBytes(); size++) {
            observed.clear();
            ByteBuf rest = stream.duplicate();
            while (rest.isReadable()) {
                tracker.advance(rest.readSlice(Math.min(size, rest.readableBytes())));
            }
            assertThat(observed).as("cut into pieces of %d bytes", size).isEqualTo(expected);
            assertThat(tracker.isAtBoundary()).isTrue();
        }
    }

    @Test
    void tellsWhereTheLastMessageEnds() {
        ByteBuf chunk = Unpooled.wrappedBuffer(Bytes.message('D', "a"), Bytes.message('D', "b"), Bytes.of("D<0000>"));

        int boundary = tracker.advance(chunk);

        assertThat(boundary).isEqualTo(12);
        assertThat(tracker.isAtBoundary()).isFalse();
        assertThat(tracker.advance(Bytes.of("<0008>xx"))).isEqualTo(-1);
        assertThat(tracker.advance(Bytes.of("yyZ"))).isEqualTo(2);
    }

    @Test
    void refusesLengthsThatAreTooShort() {
        assertThatThrownBy(() -> tracker.advance(Bytes.of("D<00000003>"))).hasMessage("invalid message length: 3");
    }
}
