package org.cdfgateway.pgwire.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import org.cdfgateway.pgwire.message.OpeningMessage.StartupMessage;
import org.junit.jupiter.api.Test;

class MessageFramingTest {
    private static final String STARTUP = "<0000001100030000>user<00>u1<00><00>";

    private final MessageFraming framing = MessageFraming.ofServer(100);
    private final EmbeddedChannel channel = new EmbeddedChannel(framing);

    @Test
    void waitsForTheWholeMessage() {
        ByteBuf bytes = Bytes.of(STARTUP);
        while (bytes.readableBytes() > 1) {
            assertThat(channel.writeInbound(bytes.readRetainedSlice(1))).isFalse();
        }

        channel.writeInbound(bytes);

        assertThat(channel.<Object>readInbound()).isInstanceOf(StartupMessage.class);
    }

    @Test
    void takesTaggedMessagesAfterTheStartup() {
        channel.writeInbound(Bytes.of(STARTUP + "p<00000006>x<00>Q<0000>"));

        channel.<StartupMessage>readInbound();
        Frame password = channel.readInbound();
        assertThat(password.tag()).isEqualTo(FrontendTag.PASSWORD);
        assertThat(Bytes.show(password.content())).isEqualTo("x<00>");
        assertThat(framing.hasBuffered()).isTrue();
    }

    @Test
    void refusesOpeningsOfImpossibleLength() {
        for (String length : new String[] {"<00000007>", "<00002711>", "<ffffffff>", "GET "}) {
            EmbeddedChannel other = new EmbeddedChannel(MessageFraming.ofServer(100));
            assertThatThrownBy(() -> other.writeInbound(Bytes.of(length)))
                    .isInstanceOf(DecoderException.class)
                    .hasMessageContaining("invalid length of startup packet");
        }
    }

    @Test
    void refusesLongMessagesByTheirHeader() {
        assertThatThrownBy(() -> channel.writeInbound(Bytes.of(STARTUP + "p<00000065>")))
                .hasMessageContaining("message of 101 bytes exceeds the limit of 100");
    }

    @Test
    void allowsLongerMessagesWhenTold() {
        framing.limitMessages(101);

        channel.writeInbound(Bytes.of(STARTUP + "p<00000065>" + "x".repeat(97)));

        assertThat(channel.inboundMessages()).hasSize(2);
    }

    @Test
    void refusesNegativeLengths() {
        assertThatThrownBy(() -> channel.writeInbound(Bytes.of(STARTUP + "p<80000000>")))
                .hasMessageContaining("invalid message length: -2147483648");
    }

    @Test
    void refusesStartupsWithoutTerminator() {
        assertThatThrownBy(() -> channel.writeInbound(Bytes.of("<0000001200030000>user<00>u1<00><00>x")))
                .hasMessageContaining("expected terminator as last byte");
    }

    @Test
    void readsNothingButTheNumberOfOtherMajorVersions() {
        channel.writeInbound(Bytes.of("<0000000c00020000>junk"));

        StartupMessage startup = channel.readInbound();
        assertThat(startup.version()).hasToString("2.0");
        assertThat(startup.parameters()).isEmpty();
    }

    @Test
    void refusesCancelKeysThatAreTooLong() {
        assertThatThrownBy(() -> channel.writeInbound(Bytes.of("<0000010d04d2162e00000007>" + "k".repeat(257))))
                .hasMessageContaining("invalid length of cancel request");
    }

    @Test
    void handsOverItsBufferWhenItLeaves() {
        channel.writeInbound(Bytes.of(STARTUP + "Q<0000>"));
        channel.<StartupMessage>readInbound();

        channel.pipeline().remove(framing);

        ByteBuf rest = channel.readInbound();
        assertThat(Bytes.show(rest)).isEqualTo("Q<0000>");
    }
}
