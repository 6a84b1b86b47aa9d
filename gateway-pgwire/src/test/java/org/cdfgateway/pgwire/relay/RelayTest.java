package org.cdfgateway.pgwire.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.cdfgateway.domain.identity.SessionFixture;
import org.cdfgateway.pgwire.FakeGuard;
import org.cdfgateway.pgwire.admission.StatementTurns;
import org.cdfgateway.pgwire.codec.Bytes;
import org.cdfgateway.pgwire.codec.MessageFraming;
import org.cdfgateway.pgwire.engine.EngineSession;
import org.cdfgateway.pgwire.message.BackendMessage.ParameterStatus;
import org.cdfgateway.pgwire.message.CancelKey;
import org.cdfgateway.pgwire.message.Diagnostic;
import org.cdfgateway.pgwire.message.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final int MAX_MESSAGE_BYTES = 200_000;
    private static final Diagnostic SHUTDOWN = Diagnostic.of(Severity.FATAL, "57P01", "over");

    private final EmbeddedChannel client = new EmbeddedChannel();
    private final EmbeddedChannel engine = new EmbeddedChannel();
    private final List<Runnable> longWork = new ArrayList<>();

    @BeforeEach
    void join() {
        join(longWork::add);
    }

    private void join(Executor workers) {
        ChannelInboundHandlerAdapter last = new ChannelInboundHandlerAdapter();
        client.pipeline().addLast(MessageFraming.ofClient(1_000), last);
        engine.pipeline().addLast(MessageFraming.ofClient(1_000));
        EngineSession session = new EngineSession(
                engine,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
                List.of(new ParameterStatus("client_encoding", "UTF8")),
                new CancelKey(1, new byte[4]));
        new Relay(
                        user -> new FakeGuard(),
                        (sql, owner) -> List.of(),
                        new RelayLimits(
                                MAX_MESSAGE_BYTES,
                                new StalledReader(Optional.empty()),
                                new StatementTurns(1),
                                Duration.ofSeconds(30)),
                        workers)
                .join(client, last, session, SessionFixture.aSession(), new SessionFacts(false));
    }

    @Test
    void passesEverythingHoweverItIsCut() {
        ByteBuf stream = Unpooled.wrappedBuffer(
                Bytes.message('Q', "select 'ä'<00>".replace("ä", "<c3a4>")),
                Bytes.message('P', "s<00>select $1<00><0000>"),
                Bytes.message('B', "<00>s<00><0000><0001><00000001>x<0000>"),
                Bytes.message('d', "some copy data"),
                Bytes.message('S', ""));
        for (int size = 1; size <= stream.readableBytes(); size++) {
            ByteBuf rest = stream.duplicate();
            while (rest.isReadable()) {
                client.writeInbound(Unpooled.copiedBuffer(rest.readSlice(Math.min(size, rest.readableBytes()))));
            }
            assertThat(toEngine()).as("cut into pieces of %d bytes", size).isEqualTo(Bytes.show(stream));
        }
    }

    @Test
    void sendsWhatTheGuardWantsInstead() {
        client.writeInbound(Unpooled.wrappedBuffer(
                Bytes.message('S', ""),
                Bytes.message('Q', "COPY assets FROM STDIN<00>"),
                Bytes.message('P', "s1<00>COPY assets FROM STDIN<00><00010000>" + "<0017>"),
                Bytes.message('H', "")));

        assertThat(toEngine())
                .isEqualTo("S<00000004>Q<000000>$COPY cdf_copy.assets FROM STDIN<00>"
                        + "P<000000>-s1<00>COPY cdf_copy.assets FROM STDIN<00000100000017>H<00000004>");
    }

    @Test
    void neverLosesBytesOfOtherEncodings() {
        engine.writeInbound(Bytes.message('S', "client_encoding<00>LATIN1<00>"));

        client.writeInbound(Bytes.message('Q', "COPY assets FROM STDIN -- <e4c328><00>"));

        assertThat(toEngine()).contains("COPY cdf_copy.assets FROM STDIN -- <e4c3>(<00>");
    }

    @Test
    void leavesMessagesItCannotReadToTheEngine() {
        client.writeInbound(Bytes.message('Q', "select 1"));
        client.writeInbound(Bytes.message('P', ""));

        assertThat(toEngine()).isEqualTo("Q<0000000c>select 1P<00000004>");
    }

    @Test
    void refusesFunctionCallsInTheirPlace() {
        client.writeInbound(
                Unpooled.wrappedBuffer(Bytes.message('F', "<000002bf0000000000000000>"), Bytes.message('S', "")));

        assertThat(toEngine())
                .startsWith("Q")
                .contains("cdf.refuse('feature_not_supported'")
                .endsWith("S<00000004>");
    }

    @Test
    void looksAtLongStatementsElsewhereAndKeepsTheOrder() {
        String statement = "select '" + "x".repeat(70_000) + "'<00>";

        client.writeInbound(Bytes.message('Q', statement));
        client.writeInbound(Bytes.message('S', ""));
        assertThat(toEngine()).isEmpty();
        longWork.forEach(Runnable::run);
        client.runPendingTasks();

        assertThat(toEngine()).startsWith("Q").endsWith("'<00>S<00000004>");
    }

    @Test
    void refusesMessagesThatAreTooLongByTheirHeader() {
        client.writeInbound(Bytes.of("d<7fffffff>"));

        assertThat(toClient())
                .contains("SFATAL")
                .contains("C08P01<00>Mmessage of 2147483647 bytes exceeds the limit of 200000");
        assertThat(client.isActive()).isFalse();
    }

    @Test
    void refusesUnknownMessages() {
        client.writeInbound(Bytes.of("!<00000004>"));

        assertThat(toClient()).contains("C08P01<00>Minvalid frontend message type 33");
    }

    @Test
    void passesTheEnginesBytesAsTheyAre() {
        engine.writeInbound(Bytes.of("D<0000000800>x"));
        engine.writeInbound(Bytes.of("yz"));

        assertThat(toClient()).isEqualTo("D<0000000800>xyz");
    }

    @Test
    void putsWarningsBetweenMessages() {
        engine.writeInbound(Bytes.of("D<0000000800>x"));
        client.pipeline().fireUserEventTriggered(new SessionEvent.Warning("careful"));
        assertThat(toClient()).isEqualTo("D<0000000800>x");

        engine.writeInbound(Bytes.of("yzD<00000005>"));

        assertThat(toClient()).startsWith("yzN<").contains("Mcareful<0000>").endsWith("D<00000005>");
    }

    @Test
    void warnsAtOnceWhenNothingIsUnderWay() {
        client.pipeline().fireUserEventTriggered(new SessionEvent.Warning("careful"));

        assertThat(toClient()).contains("SWARNING<00>").contains("Mcareful");
    }

    @Test
    void boundsWaitingWarnings() {
        engine.writeInbound(Bytes.of("D<00000005>"));
        for (int i = 0; i < 1_000; i++) {
            client.pipeline().fireUserEventTriggered(new SessionEvent.Warning("w" + i));
        }

        engine.writeInbound(Bytes.of("x"));

        assertThat(toClient()).contains("w31").doesNotContain("w32");
    }

    @Test
    void endsAfterTheMessageUnderWay() {
        engine.writeInbound(Bytes.of("D<00000006>x"));
        client.pipeline().fireUserEventTriggered(new SessionEvent.End(SHUTDOWN));
        assertThat(client.isActive()).isTrue();

        engine.writeInbound(Bytes.of("yD<00000006>z"));

        assertThat(toClient()).endsWith("Mover<0000>").doesNotContain("z");
        assertThat(client.isActive()).isFalse();
        assertThat(engine.isActive()).isFalse();
    }

    @Test
    void saysWhyWhenTheEngineIsGone() {
        engine.close();

        assertThat(toClient())
                .contains("SFATAL")
                .contains("C57P01<00>Mterminating connection because the engine session ended");
        assertThat(client.isActive()).isFalse();
    }

    @Test
    void addsNothingToTheEnginesOwnFarewell() {
        engine.writeInbound(Bytes.message('E', "SFATAL<00>C57P05<00>Midle<0000>"));

        engine.close();

        assertThat(toClient()).isEqualTo("E<00000019>SFATAL<00>C57P05<00>Midle<0000>");
        assertThat(client.isActive()).isFalse();
    }

    @Test
    void saysNothingInsideMessage() {
        engine.writeInbound(Bytes.of("D<00000006>x"));

        engine.close();

        assertThat(toClient()).isEqualTo("D<00000006>x");
        assertThat(client.isActive()).isFalse();
    }

    @Test
    void passesGoodbyeAndWhatTheEngineStillAnswers() {
        client.writeInbound(Unpooled.wrappedBuffer(Bytes.message('Q', "select 1<00>"), Bytes.message('X', "")));
        engine.writeInbound(Bytes.message('C', "SELECT 1<00>"));
        engine.close();

        assertThat(toEngine()).endsWith("X<00000004>");
        assertThat(toClient()).isEqualTo("C<0000000d>SELECT 1<00>");
        assertThat(client.isActive()).isFalse();
    }

    @Test
    void closesTheEngineWithTheClient() {
        client.close();

        assertThat(engine.isActive()).isFalse();
    }

    @Test
    void readsFromTheEngineAsFastAsTheClient() {
        client.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        client.runPendingTasks();
        assertThat(engine.config().isAutoRead()).isFalse();

        client.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        client.runPendingTasks();
        assertThat(engine.config().isAutoRead()).isTrue();
    }

    @Test
    void readsFromTheClientAsFastAsTheEngine() {
        engine.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        engine.runPendingTasks();
        assertThat(client.config().isAutoRead()).isFalse();

        engine.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        engine.runPendingTasks();
        assertThat(client.config().isAutoRead()).isTrue();
    }

    @Test
    void hidesInternalFailures() {
        client.pipeline().fireExceptionCaught(new IllegalStateException("token abc"));

        assertThat(toClient()).contains("CXX000<00>Minternal error, reference ").doesNotContain("abc");
    }

    private String toEngine() {
        return written(engine);
    }

    private String toClient() {
        return written(client);
    }

    private static String written(EmbeddedChannel channel) {
        ByteBuf all = Unpooled.buffer();
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            all.writeBytes(out);
            out.release();
        }
        return Bytes.show(all);
    }
}
