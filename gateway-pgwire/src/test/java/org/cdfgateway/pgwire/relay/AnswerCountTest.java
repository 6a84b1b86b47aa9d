package org.cdfgateway.pgwire.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.cdfgateway.pgwire.relay.AnswerCount.Mark;
import org.junit.jupiter.api.Test;

class AnswerCountTest {
    private final AnswerCount count = new AnswerCount();

    @Test
    void reachesAMarkWithTheLastAnswerBeforeIt() {
        send("PBDE");
        Mark mark = count.mark();

        answer("12");
        assertThat(count.hasReached(mark)).isFalse();
        answer("tTDDC");
        assertThat(count.hasReached(mark)).isTrue();
    }

    @Test
    void countsFromEachReadyForQueryOn() {
        send("PBES" + "Q" + "BE");
        Mark mark = count.mark();

        answer("12C");
        answer("Z" + "TDDCTDC");
        assertThat(count.hasReached(mark)).isFalse();
        answer("Z" + "2C");
        assertThat(count.hasReached(mark)).isTrue();
    }

    @Test
    void knowsWhatIsSkippedAfterAnError() {
        send("PBE");
        Mark skipped = count.mark();
        send("QS");
        Mark next = count.mark();

        answer("1E");
        assertThat(count.skips(skipped)).isTrue();
        assertThat(count.skips(next)).isFalse();
        answer("Z");
        assertThat(count.hasReached(next)).isTrue();
    }

    @Test
    void skipsNothingAfterAFailedQueryOrCommit() {
        send("Q" + "BES");
        Mark mark = count.mark();

        answer("TDEZ" + "2CEZ");

        assertThat(count.hasReached(mark)).isTrue();
        assertThat(count.isLost()).isFalse();
    }

    @Test
    void countsOnBehindCopiesOfTheSimpleProtocol() {
        send("Q");
        answer("G");
        send("ddc");
        answer("CZ");
        send("BE");
        Mark mark = count.mark();
        answer("2C");

        assertThat(count.isLost()).isFalse();
        assertThat(count.hasReached(mark)).isTrue();
    }

    @Test
    void isLostWhenTheEngineIgnoresSync() {
        send("Q");
        answer("G");
        send("dS");

        assertThat(count.isLost()).isTrue();
    }

    @Test
    void isLostWhenAnExecuteCopies() {
        send("PBES");
        answer("12G");

        assertThat(count.isLost()).isTrue();
    }

    @Test
    void isLostWithAnAnswerThatNobodyAskedFor() {
        answer("Z");

        assertThat(count.isLost()).isTrue();
    }

    private void send(String tags) {
        tags.chars().forEach(tag -> count.sent((byte) tag));
    }

    private void answer(String tags) {
        tags.chars().forEach(tag -> count.answered((byte) tag));
    }
}
