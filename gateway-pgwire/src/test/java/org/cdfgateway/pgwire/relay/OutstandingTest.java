package org.cdfgateway.pgwire.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutstandingTest {
    private final Outstanding outstanding = new Outstanding();

    @Test
    void isIdleAtFirst() {
        assertThat(outstanding.isBusy()).isFalse();
    }

    @Test
    void waitsForOneAnswerPerQuery() {
        sent("QQ");
        outstanding.answered();
        assertThat(outstanding.isBusy()).isTrue();

        outstanding.answered();
        assertThat(outstanding.isBusy()).isFalse();
    }

    @Test
    void waitsForOneAnswerPerSync() {
        sent("PBES");
        assertThat(outstanding.isBusy()).isTrue();

        outstanding.answered();
        assertThat(outstanding.isBusy()).isFalse();
    }

    @Test
    void isBusyWithMessagesThatNoSyncHasFollowed() {
        sent("QPBEH");
        outstanding.answered();

        assertThat(outstanding.isBusy()).isTrue();
    }

    @Test
    void countsCopiedDataToItsStatement() {
        sent("Qdddc");
        outstanding.answered();

        assertThat(outstanding.isBusy()).isFalse();
    }

    @Test
    void forgivesAnswersNobodyAskedFor() {
        outstanding.answered();
        sent("Q");

        assertThat(outstanding.isBusy()).isTrue();
    }

    private void sent(String tags) {
        tags.chars().forEach(tag -> outstanding.sent((byte) tag));
    }
}
