package org.cdfgateway.pgwire.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.CompletableFuture;
import org.cdfgateway.pgwire.codec.Bytes;
import org.junit.jupiter.api.Test;

class StrictKeysQuestionTest {
    private static final ByteBuf ANSWER = Unpooled.wrappedBuffer(
            Bytes.message('T', "some description"),
            Bytes.message('D', "<000100000002>on"),
            Bytes.message('C', "SHOW<00>"),
            Bytes.message('Z', "I"));
    private static final ByteBuf NOTIFICATION = Bytes.message('A', "<00000001>x<0000>");

    private final EmbeddedChannel engine = new EmbeddedChannel();
    private final SessionFacts facts = new SessionFacts(false);
    private final StrictKeysQuestion question = new StrictKeysQuestion(engine, facts);
    private final ByteBuf others = Unpooled.buffer();

    @Test
    void asksNothingBeforeTheSettingIsReached() {
        question.ready(true);
        question.askIfDue();

        assertThat(question.isAsking()).isFalse();
        assertThat(engine.outboundMessages()).isEmpty();
    }

    @Test
    void asksNothingWhileTheEngineIsBusyOrItsTransactionFailed() {
        question.reached();
        question.ready(false);
        question.askIfDue();

        assertThat(question.isAsking()).isFalse();
    }

    @Test
    void keepsTheAnswerHoweverItIsCut() {
        for (int size = 1; size <= ANSWER.readableBytes(); size++) {
            ask();
            take(ANSWER, size);

            assertThat(question.isAsking()).as("pieces of %d bytes", size).isFalse();
            assertThat(facts.strictKeys()).isTrue();
            assertThat(others.isReadable()).isFalse();
        }
    }

    @Test
    void handsOnWhatIsNotTheAnswer() {
        ask();

        take(Unpooled.wrappedBuffer(NOTIFICATION.slice(), ANSWER.slice(), Bytes.of("Z<0000>")), 7);

        assertThat(Bytes.show(others)).isEqualTo(Bytes.show(NOTIFICATION) + "Z<0000>");
    }

    @Test
    void handsOnTheEnginesFarewell() {
        ask();
        ByteBuf farewell = Bytes.message('E', "SFATAL<00>C57P01<0000>");

        take(farewell, 100);

        assertThat(Bytes.show(others)).isEqualTo(Bytes.show(farewell));
    }

    @Test
    void staysWithWhatItKnewWhenTheQuestionIsCanceled() {
        ask();
        take(ANSWER, 100);
        ask();

        take(Unpooled.wrappedBuffer(Bytes.message('E', "SERROR<00>C57014<0000>"), Bytes.message('Z', "I")), 100);

        assertThat(facts.strictKeys()).isTrue();
        assertThat(others.isReadable()).isFalse();
    }

    @Test
    void letsTheDataSideWaitForTheAnswer() {
        ask();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(facts::strictKeys);

        take(ANSWER, 100);

        assertThat(waiting.join()).isTrue();
    }

    private void ask() {
        question.reached();
        question.ready(true);
        question.askIfDue();
        ByteBuf sent = engine.readOutbound();
        assertThat(Bytes.show(sent)).contains("SHOW cdf.strict_keys<00>");
        sent.release();
    }

    private void take(ByteBuf bytes, int size) {
        ByteBuf rest = bytes.duplicate();
        while (rest.isReadable()) {
            ByteBuf piece = Unpooled.copiedBuffer(rest.readSlice(Math.min(size, rest.readableBytes())));
            if (question.isAsking()) {
                question.take(piece, others::writeBytes);
            } else {
                others.writeBytes(piece);
            }
        }
    }
}
