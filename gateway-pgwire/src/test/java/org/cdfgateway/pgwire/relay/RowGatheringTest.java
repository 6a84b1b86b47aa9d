package org.cdfgateway.pgwire.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.identity.SessionFixture;
import org.cdfgateway.pgwire.FakeGuard;
import org.cdfgateway.pgwire.admission.StatementTurns;
import org.cdfgateway.pgwire.codec.Bytes;
import org.cdfgateway.pgwire.codec.MessageFraming;
import org.cdfgateway.pgwire.engine.EngineSession;
import org.cdfgateway.pgwire.message.CancelKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that a client inserts one by one in a pipeline. */
class RowGatheringTest {
    private static final String NAME = "cdf_gathered_rows_1<00>";
    private static final ByteBuf PARSE =
            Bytes.message('P', "s<00>INSERT INTO assets (external_id, name) VALUES ($1,$2)<00><0001><00000017>");
    private static final ByteBuf EXECUTE = Bytes.message('E', "<0000000001>");
    private static final ByteBuf DESCRIBE = Bytes.message('D', "P<00>");
    private static final ByteBuf SYNC = Bytes.message('S', "");
    private static final ByteBuf ROW = Bytes.message('B', "<00>s<00><0000><0002><00000001>x<ffffffff><0000>");
    private static final ByteBuf MIXED_ROW =
            Bytes.message('B', "<00>s<00><0002><0001><0000><0002><00000002><0102><00000001>y<0000>");
    private static final ByteBuf BINARY_ROW =
            Bytes.message('B', "<00>s<00><0001><0001><0002><00000000><00000001>z<0001><0001>");

    private static final ByteBuf FLUSH = Bytes.message('H', "");
    private static final ByteBuf CLOSE = Bytes.message('C', "S" + NAME);
    private static final String ANSWERS_TO_GROUP = "3<00000004>1<00000004>2<00000004>";
    private static final String ANSWERS_TO_STATEMENT =
            "3<00000004>1<00000004>2<00000004>C<0000000a>BEGIN<00>3<00000004>";
    private static final String TOO_LONG = "E<0000000f>C22001<00>Ma<0000>";
    private static final String TOO_LONG_AGAIN = "E<0000000f>C22001<00>Mb<0000>";
    private static final String TRANSACTION = "cdf_transaction<00>";
    private static final ByteBuf CLOSE_TRANSACTION = Bytes.message('C', "S" + TRANSACTION);
    private static final ByteBuf BEGIN = Bytes.message('P', TRANSACTION + "BEGIN<000000>");
    private static final ByteBuf ROLLBACK = Bytes.message('P', TRANSACTION + "ROLLBACK<000000>");
    private static final ByteBuf FAILURE = Bytes.message('B', "<00>" + TRANSACTION + "<000000000000>");
    private static final ByteBuf EXECUTE_GROUP = Bytes.message('E', "<0000000000>");
    private static final String ANSWERS_TO_KNOWN_GROUP = "2<00000004>";
    private static final ByteBuf SAVEPOINT = Bytes.message('Q', "SAVEPOINT a<00>");
    private static final String INSERTED = "C<0000000f>INSERT 0 1<00>";

    private final EmbeddedChannel client = new EmbeddedChannel();
    private final EmbeddedChannel engine = new EmbeddedChannel();

    @BeforeEach
    void join() {
        ChannelInboundHandlerAdapter last = new ChannelInboundHandlerAdapter();
        client.pipeline().addLast(MessageFraming.ofClient(1_000), last);
        engine.pipeline().addLast(MessageFraming.ofClient(1_000));
        EngineSession session = new EngineSession(
                engine,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
                List.of(),
                new CancelKey(1, new byte[4]));
        new Relay(
                        user -> new FakeGuard(),
                        (sql, owner) -> List.of(),
                        new RelayLimits(
                                200_000,
                                new StalledReader(Optional.empty()),
                                new StatementTurns(1),
                                Duration.ofSeconds(30)),
                        Runnable::run)
                .join(client, last, session, SessionFixture.aSession(), new SessionFacts(false));
    }

    @Test
    void makesOneStatementOfRows() {
        prepare();

        send(ROW, EXECUTE, MIXED_ROW, DESCRIBE, EXECUTE, BINARY_ROW, EXECUTE);
        assertThat(toEngine()).isEmpty();
        send(SYNC);

        assertThat(toEngine())
                .isEqualTo(show(
                        CLOSE,
                        Bytes.message(
                                'P',
                                NAME
                                        + "INSERT INTO assets (external_id, name) VALUES ($1,$2), ($3,$4), ($5,$6)<00><0006>"
                                        + "<00000017><00000000>".repeat(3)),
                        Bytes.message(
                                'B',
                                "<00>" + NAME + "<0006><0000><0000><0001><0000><0001><0001><0006>"
                                        + "<00000001>x<ffffffff><00000002><0102><00000001>y<00000000><00000001>z<0000>"),
                        EXECUTE_GROUP,
                        SYNC));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20, 1_000})
    void answersEachRow(int chunk) {
        prepare();
        send(DESCRIBE, ROW, EXECUTE, ROW, DESCRIBE, EXECUTE, DESCRIBE, ROW, EXECUTE, ROW, EXECUTE, SYNC);

        answer(
                chunk,
                "n<00000004>" + ANSWERS_TO_GROUP + "N<00000008>abcd" + "C<0000000f>INSERT 0 2<00>"
                        + "n<00000004>" + ANSWERS_TO_KNOWN_GROUP + "C<0000000f>INSERT 0 2<00>"
                        + "Z<00000005>I");

        assertThat(toClient())
                .isEqualTo("n<00000004>" + "N<00000008>abcd" + "2<00000004>" + INSERTED + "2<00000004>n<00000004>"
                        + INSERTED + "n<00000004>" + ("2<00000004>" + INSERTED).repeat(2) + "Z<00000005>I");
    }

    @Test
    void gathersFromTheParseOn() {
        send(PARSE, ROW, EXECUTE, ROW, EXECUTE, SYNC);
        assertThat(toEngine()).startsWith(show(PARSE, CLOSE)).endsWith(show(EXECUTE_GROUP, SYNC));

        answer(1_000, "1<00000004>" + ANSWERS_TO_GROUP + "C<0000000f>INSERT 0 2<00>Z<00000005>I");

        assertThat(toClient()).isEqualTo("1<00000004>" + ("2<00000004>" + INSERTED).repeat(2) + "Z<00000005>I");
    }

    @Test
    void sendsNothingElseBeforeTheAnswer() {
        prepare();
        send(ROW, EXECUTE, ROW, EXECUTE, DESCRIBE, ROW, EXECUTE, SYNC, ROW);
        assertThat(toEngine()).startsWith(show(CLOSE)).endsWith(show(EXECUTE_GROUP, FLUSH));

        answer(5, ANSWERS_TO_GROUP + "C<0000000f>INSERT 0 2<00>");

        assertThat(toEngine()).isEqualTo(show(DESCRIBE, ROW, EXECUTE, SYNC));
    }

    @Test
    void findsTheRowThatFails() {
        prepare();
        send(ROW, EXECUTE, ROW, DESCRIBE, EXECUTE, SYNC);
        toEngine();

        answer(5, ANSWERS_TO_GROUP + TOO_LONG);
        assertThat(toClient() + toEngine()).isEmpty();
        answer(5, "Z<00000005>I");

        assertThat(toEngine())
                .startsWith(show(CLOSE_TRANSACTION, BEGIN))
                .contains(show(ROW, EXECUTE, ROW, DESCRIBE, EXECUTE, SYNC, CLOSE_TRANSACTION, ROLLBACK))
                .endsWith(show(CLOSE_TRANSACTION, SYNC));
        answer(
                5,
                ANSWERS_TO_STATEMENT + "2<00000004>" + INSERTED + "2<00000004>n<00000004>" + TOO_LONG_AGAIN
                        + "Z<00000005>E" + ANSWERS_TO_STATEMENT + "Z<00000005>I");
        assertThat(toClient())
                .isEqualTo("2<00000004>" + INSERTED + "2<00000004>n<00000004>" + TOO_LONG_AGAIN + "Z<00000005>I");
        assertThatRowsAreGathered();
    }

    @Test
    void findsTheRowThatFailsInTransactions() {
        prepare();
        send(ROW, EXECUTE, ROW, EXECUTE, SYNC);
        toEngine();

        answer(5, ANSWERS_TO_GROUP + TOO_LONG + "Z<00000005>E");

        assertThat(toEngine())
                .startsWith(show(CLOSE_TRANSACTION, ROLLBACK))
                .contains(show(CLOSE_TRANSACTION, CLOSE_TRANSACTION, BEGIN))
                .endsWith(show(ROW, EXECUTE, ROW, EXECUTE, SYNC, FAILURE, SYNC));
        answer(
                5,
                ANSWERS_TO_STATEMENT.repeat(2) + TOO_LONG_AGAIN + "Z<00000005>E" + "E<00000005><00>" + "Z<00000005>E");
        assertThat(toClient()).isEqualTo(TOO_LONG_AGAIN + "Z<00000005>E");
    }

    @Test
    void skipsWhatFollowsFailedRows() {
        prepare();
        send(ROW, EXECUTE, ROW, EXECUTE, DESCRIBE, ROW, EXECUTE, PARSE);
        toEngine();

        answer(5, ANSWERS_TO_GROUP + TOO_LONG);
        assertThat(toEngine()).isEqualTo(show(SYNC));
        answer(
                1_000,
                "Z<00000005>I" + ANSWERS_TO_STATEMENT + TOO_LONG_AGAIN + "Z<00000005>E" + ANSWERS_TO_STATEMENT
                        + "Z<00000005>I");
        toEngine();
        send(ROW, EXECUTE, SYNC);

        assertThat(toClient()).isEqualTo(TOO_LONG_AGAIN);
        assertThat(toEngine()).isEqualTo(show(SYNC));
        ready();
        assertThatRowsAreGathered();
    }

    @Test
    void passesTheErrorOfGroupsWhoseRowsDoNotFail() {
        prepare();
        send(ROW, EXECUTE, ROW, EXECUTE, SYNC);

        answer(
                1_000,
                ANSWERS_TO_GROUP + TOO_LONG + "Z<00000005>I" + ANSWERS_TO_STATEMENT
                        + ("2<00000004>" + INSERTED).repeat(2) + "Z<00000005>T" + ANSWERS_TO_STATEMENT
                        + "Z<00000005>I");

        assertThat(toClient()).isEqualTo(TOO_LONG + "Z<00000005>I");
    }

    @Test
    void leavesFailedTransactionsWithSavepointsAlone() {
        prepare();
        send(SAVEPOINT);
        answer(1_000, "C<0000000e>SAVEPOINT<00>Z<00000005>T");
        send(ROW, EXECUTE, ROW, EXECUTE, SYNC);
        toEngine();
        toClient();

        answer(1_000, ANSWERS_TO_GROUP + TOO_LONG + "Z<00000005>E");

        assertThat(toClient()).isEqualTo(TOO_LONG + "Z<00000005>E");
        assertThat(toEngine()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "54000", "XX000"})
    void passesErrorsThatNoRowIsToBlameFor(String code) {
        String error = "E<0000000c>C" + code + "<0000>";
        prepare();
        send(ROW, EXECUTE, ROW, EXECUTE, DESCRIBE, SYNC);
        toEngine();

        answer(5, ANSWERS_TO_GROUP + error);

        assertThat(toClient()).isEqualTo(error);
        assertThat(toEngine()).isEqualTo(show(DESCRIBE, SYNC));
        ready();
        assertThatRowsAreGathered();
    }

    @Test
    void skipsGroupsBehindErrors() {
        prepare();
        send(PARSE, ROW, EXECUTE, ROW, EXECUTE, SYNC);
        toEngine();

        answer(5, TOO_LONG + "Z<00000005>I");

        assertThat(toClient()).isEqualTo(TOO_LONG + "Z<00000005>I");
    }

    @Test
    void passesFarewells() {
        String farewell = "E<00000013>SFATAL<00>VFATAL<0000>";
        prepare();
        send(ROW, EXECUTE, ROW, EXECUTE, SYNC);

        answer(1_000, ANSWERS_TO_GROUP + TOO_LONG + farewell);
        engine.close();

        assertThat(toClient()).isEqualTo(farewell);
    }

    @Test
    void joinsRowsHoweverTheyAreCut() {
        ByteBuf stream = Unpooled.wrappedBuffer(
                ROW.copy(), EXECUTE.copy(), MIXED_ROW.copy(), DESCRIBE.copy(), EXECUTE.copy(), SYNC.copy());
        prepare();
        send(stream.copy());
        String whole = toEngine();
        assertThat(whole).contains("($3,$4)");
        String again = whole.substring(whole.indexOf("B<000000"));
        for (int size = 1; size < stream.readableBytes(); size++) {
            answer(
                    1_000,
                    (size == 1 ? ANSWERS_TO_GROUP : ANSWERS_TO_KNOWN_GROUP) + "C<0000000f>INSERT 0 2<00>Z<00000005>I");
            toClient();
            ByteBuf rest = stream.duplicate();
            while (rest.isReadable()) {
                send(rest.readSlice(Math.min(size, rest.readableBytes())));
            }
            assertThat(toEngine()).as("cut into pieces of %d bytes", size).isEqualTo(again);
        }
    }

    @Test
    void leavesSingleRowsAsTheyAre() {
        prepare();

        send(ROW, DESCRIBE, EXECUTE, SYNC);

        assertThat(toEngine()).isEqualTo(show(ROW, DESCRIBE, EXECUTE, SYNC));
    }

    @Test
    void keepsTheOrderWithEverythingElse() {
        ByteBuf namedPortal = Bytes.message('B', "p<00>s<00><0000><0002><00000001>x<ffffffff><0000>");
        ByteBuf tooFew = Bytes.message('B', "<00>s<00><0000><0001><00000001>x<0000>");
        ByteBuf brokenOff = Bytes.message('B', "<00>s<00><0000><0002><00000009>x<0000>");
        ByteBuf flush = Bytes.message('H', "");
        ByteBuf statement = Bytes.message('D', "Ss<00>");
        prepare();

        ByteBuf[] messages = {
            ROW,
            ROW,
            EXECUTE,
            flush,
            ROW,
            statement,
            EXECUTE,
            namedPortal,
            EXECUTE,
            ROW,
            EXECUTE,
            tooFew,
            EXECUTE,
            brokenOff,
            EXECUTE,
            ROW,
            DESCRIBE,
            DESCRIBE,
            EXECUTE,
            SYNC
        };
        send(messages);

        assertThat(toEngine()).isEqualTo(show(messages));
    }

    @Test
    void boundsGroups() {
        prepare();
        ByteBuf rows = Unpooled.wrappedBuffer(
                Collections.nCopies(2_001, Unpooled.wrappedBuffer(ROW, EXECUTE)).toArray(ByteBuf[]::new));

        send(rows, SYNC);

        String toEngine = toEngine();
        assertThat(toEngine).contains(", ($1999,$2000)<00").doesNotContain("$2001");
        answer(1_000, ANSWERS_TO_GROUP + "C<00000012>INSERT 0 1000<00>");
        assertThat(toEngine()).startsWith("B<0000").endsWith(show(EXECUTE_GROUP, FLUSH));
        answer(1_000, ANSWERS_TO_KNOWN_GROUP + "C<00000012>INSERT 0 1000<00>");
        assertThat(toEngine()).isEqualTo(show(ROW, EXECUTE, SYNC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C<00000007>Ss<00>", "Q<00000010>DISCARD ALL<00>", "P<00000011>s<00>SELECT 1<000000>"})
    void forgetsStatementsThatAreGone(String message) {
        prepare();
        send(Bytes.of(message));
        if (!message.startsWith("Q")) {
            send(SYNC);
        }
        ready();
        toEngine();

        send(ROW, EXECUTE, ROW, EXECUTE, SYNC);

        assertThat(toEngine()).isEqualTo(show(ROW, EXECUTE, ROW, EXECUTE, SYNC));
    }

    @Test
    void forgetsStatementsThatTheEngineRefuses() {
        send(PARSE, SYNC);
        answer(1_000, TOO_LONG + "Z<00000005>I");
        toEngine();

        send(ROW, EXECUTE, ROW, EXECUTE, SYNC);

        assertThat(toEngine()).isEqualTo(show(ROW, EXECUTE, ROW, EXECUTE, SYNC));
    }

    @Test
    void gathersWhileEarlierAnswersAreOut() {
        prepare();
        send(Bytes.message('Q', "BEGIN<00>"), PARSE, SYNC, ROW, EXECUTE, ROW, EXECUTE, SYNC);
        assertThat(toEngine()).endsWith(show(EXECUTE_GROUP, SYNC));

        answer(
                3,
                "C<0000000a>BEGIN<00>Z<00000005>T1<00000004>Z<00000005>T" + ANSWERS_TO_GROUP
                        + "C<0000000f>INSERT 0 2<00>Z<00000005>T");

        assertThat(toClient())
                .isEqualTo("C<0000000a>BEGIN<00>Z<00000005>T1<00000004>Z<00000005>T"
                        + ("2<00000004>" + INSERTED).repeat(2) + "Z<00000005>T");
    }

    @Test
    void gathersNothingAfterCopiesThatMaySwallowSync() {
        prepare();
        send(EXECUTE, SYNC);
        answer(1_000, "G<00000007><000000>");
        send(Bytes.message('c', ""), SYNC);
        answer(1_000, "C<0000000b>COPY 0<00>Z<00000005>I");
        toEngine();

        send(ROW, EXECUTE, ROW, EXECUTE, SYNC);

        assertThat(toEngine()).isEqualTo(show(ROW, EXECUTE, ROW, EXECUTE, SYNC));
    }

    @Test
    void forgetsRowsOfClientsThatAreGone() {
        prepare();
        ByteBuf row = ROW.copy();
        client.writeInbound(row);

        client.close();

        assertThat(row.refCnt()).isZero();
        assertThat(toEngine()).isEmpty();
    }

    @AfterEach
    void release() {
        client.finishAndReleaseAll();
        engine.finishAndReleaseAll();
    }

    private void assertThatRowsAreGathered() {
        toClient();
        toEngine();
        send(ROW, EXECUTE, ROW, EXECUTE, SYNC);
        assertThat(toEngine()).contains("($3,$4)");
        answer(5, ANSWERS_TO_GROUP + "C<0000000f>INSERT 0 2<00>Z<00000005>I");
        assertThat(toClient()).isEqualTo(("2<00000004>" + INSERTED).repeat(2) + "Z<00000005>I");
    }

    private void prepare() {
        send(PARSE, SYNC);
        answer(1_000, "1<00000004>Z<00000005>I");
        toEngine();
        toClient();
    }

    private void ready() {
        answer(1_000, "Z<00000005>I");
        toClient();
    }

    private void send(ByteBuf... messages) {
        client.writeInbound(Unpooled.copiedBuffer(messages));
    }

    private void answer(int chunk, String answers) {
        ByteBuf rest = Bytes.of(answers);
        while (rest.isReadable()) {
            engine.writeInbound(Unpooled.copiedBuffer(rest.readSlice(Math.min(chunk, rest.readableBytes()))));
        }
    }

    private static String show(ByteBuf... messages) {
        return Bytes.show(Unpooled.copiedBuffer(messages));
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
