package org.cdfgateway.pgwire.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.pgwire.message.BackendMessage;
import org.cdfgateway.pgwire.message.CancelKey;
import org.cdfgateway.pgwire.message.Diagnostic;
import org.cdfgateway.pgwire.message.FieldDescription;
import org.cdfgateway.pgwire.message.FrontendMessage;
import org.cdfgateway.pgwire.message.OpeningMessage.CancelRequest;
import org.cdfgateway.pgwire.message.OpeningMessage.GssEncRequest;
import org.cdfgateway.pgwire.message.OpeningMessage.SslRequest;
import org.cdfgateway.pgwire.message.OpeningMessage.StartupMessage;
import org.cdfgateway.pgwire.message.ProtocolVersion;
import org.cdfgateway.pgwire.message.Severity;
import org.cdfgateway.pgwire.message.Target;
import org.cdfgateway.pgwire.message.TransactionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    static Stream<FrontendMessage> sessionMessages() {
        return Stream.of(
                new FrontendMessage.Query("SELECT 'ä€😀'"),
                new FrontendMessage.Parse("s1", "SELECT $1", List.of(0, 20)),
                new FrontendMessage.Bind("p", "s1", Arrays.asList("a", null, "")),
                new FrontendMessage.Describe(Target.STATEMENT, "s1"),
                new FrontendMessage.Describe(Target.PORTAL, ""),
                new FrontendMessage.Execute("p", 17),
                new FrontendMessage.Close(Target.PORTAL, "p"),
                new FrontendMessage.Sync(),
                new FrontendMessage.Flush(),
                new FrontendMessage.Terminate());
    }

    @ParameterizedTest
    @MethodSource("sessionMessages")
    void readsWhatItWrote(FrontendMessage message) {
        Frame frame = frame(FrontendEncoder.write(message, Unpooled.buffer()));

        assertThat(FrontendDecoder.read(frame)).isEqualTo(message);
    }

    @Test
    void readsPasswordMessages() {
        var password = new FrontendMessage.PasswordMessage(new Secret("s€cret"));
        var initial = new FrontendMessage.SaslInitialResponse("SCRAM-SHA-256", "n,,n=,r=abc");
        var response = new FrontendMessage.SaslResponse("c=biws,r=abc,p=xyz");

        assertThat(FrontendDecoder.readPassword(frame(FrontendEncoder.write(password, Unpooled.buffer()))))
                .isEqualTo(password);
        assertThat(FrontendDecoder.readSaslInitialResponse(frame(FrontendEncoder.write(initial, Unpooled.buffer()))))
                .isEqualTo(initial);
        assertThat(FrontendDecoder.readSaslResponse(frame(FrontendEncoder.write(response, Unpooled.buffer()))))
                .isEqualTo(response);
    }

    static Stream<BackendMessage> serverMessages() {
        Diagnostic full =
                new Diagnostic(Severity.FATAL, "57P01", "over", Optional.of("because"), Optional.of("try again"));
        return Stream.of(
                new BackendMessage.AuthenticationOk(),
                new BackendMessage.AuthenticationCleartextPassword(),
                new BackendMessage.AuthenticationSasl(List.of("SCRAM-SHA-256", "OTHER")),
                new BackendMessage.AuthenticationSaslContinue("r=abc"),
                new BackendMessage.AuthenticationSaslFinal("v=abc"),
                new BackendMessage.ParameterStatus("TimeZone", "UTC"),
                new BackendMessage.BackendKeyData(new CancelKey(7, new byte[] {1, 2, 3, 4})),
                new BackendMessage.ReadyForQuery(TransactionStatus.FAILED),
                new BackendMessage.ErrorResponse(full),
                new BackendMessage.NoticeResponse(Diagnostic.of(Severity.WARNING, "01000", "careful")),
                new BackendMessage.NegotiateProtocolVersion(ProtocolVersion.V3_2, List.of("_pq_.x")),
                new BackendMessage.RowDescription(List.of(new FieldDescription("id", 20, 8))),
                new BackendMessage.CommandComplete("SELECT 1"),
                new BackendMessage.EmptyQueryResponse(),
                new BackendMessage.ParseComplete(),
                new BackendMessage.BindComplete(),
                new BackendMessage.CloseComplete(),
                new BackendMessage.NoData(),
                new BackendMessage.ParameterDescription(List.of(25, 20)),
                new BackendMessage.PortalSuspended());
    }

    @ParameterizedTest
    @MethodSource("serverMessages")
    void readsWhatItWrote(BackendMessage message) {
        Frame frame = frame(BackendEncoder.write(message, Unpooled.buffer()));

        assertThat(BackendDecoder.read(frame)).contains(message);
    }

    @Test
    void opensWithWhatItWrote() {
        StartupMessage startup = new StartupMessage(ProtocolVersion.V3_0, Map.of("user", "u1"));
        CancelRequest cancel = new CancelRequest(new CancelKey(7, new byte[32]));
        ByteBuf bytes = Unpooled.buffer();
        OpeningCodec.writeGssEncRequest(bytes);
        OpeningCodec.writeSslRequest(bytes);
        OpeningCodec.write(cancel, bytes);
        OpeningCodec.write(startup, bytes);
        EmbeddedChannel channel = new EmbeddedChannel(MessageFraming.ofServer(1_000));

        channel.writeInbound(bytes);

        assertThat(channel.inboundMessages()).containsExactly(new GssEncRequest(), new SslRequest(), cancel, startup);
    }

    private static Frame frame(ByteBuf bytes) {
        EmbeddedChannel channel = new EmbeddedChannel(MessageFraming.ofClient(10_000));
        channel.writeInbound(bytes);
        Frame frame = channel.readInbound();
        assertThat(channel.<Object>readInbound()).isNull();
        return frame;
    }
}
