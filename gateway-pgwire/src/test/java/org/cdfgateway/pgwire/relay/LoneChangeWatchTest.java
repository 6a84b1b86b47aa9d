package org.cdfgateway.pgwire.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import org.cdfgateway.pgwire.codec.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoneChangeWatchTest {
    private static final ByteBuf PARSE = Bytes.message('P', "<00>UPDATE t<000000>");
    private static final ByteBuf PARSE_NAMED = Bytes.message('P', "s1<00>UPDATE t<000000>");
    private static final ByteBuf BIND = Bytes.message('B', "<0000000000000000>");
    private static final ByteBuf BIND_NAMED = Bytes.message('B', "<00>s1<00000000000000>");

    private final SessionFacts facts = new SessionFacts(false);
    private final LoneChangeWatch watch = new LoneChangeWatch(facts);

    @Test
    void seesQueryThatIsOneChange() {
        watch.query(true);
        assertThat(facts.runsLoneChange()).isTrue();

        watch.ready(true);
        assertThat(facts.runsLoneChange()).isFalse();
    }

    @Test
    void seesNothingInTransactionBlock() {
        watch.query(false);
        watch.ready(false);
        watch.query(true);

        assertThat(facts.runsLoneChange()).isFalse();
    }

    @Test
    void seesChangeOfExtendedProtocolOnceItIsSynced() {
        watch.parse(PARSE, true);
        sent(BIND, "DE");
        assertThat(facts.runsLoneChange()).isFalse();

        sent("S");
        assertThat(facts.runsLoneChange()).isTrue();
    }

    @Test
    void remembersPreparedStatements() {
        watch.parse(PARSE_NAMED, true);
        sent("DS");
        watch.ready(true);

        sent(BIND_NAMED, "ES");

        assertThat(facts.runsLoneChange()).isTrue();
    }

    @Test
    void forgetsStatementsThatTheEngineHasRefused() {
        watch.parse(PARSE_NAMED, true);
        sent("S");
        watch.failed();
        watch.ready(true);

        sent(BIND_NAMED, "ES");

        assertThat(facts.runsLoneChange()).isFalse();
    }

    @Test
    void forgetsStatementsThatAreReplaced() {
        watch.parse(PARSE_NAMED, true);
        sent("S");
        watch.ready(true);
        watch.parse(PARSE_NAMED, false);
        sent("S");
        watch.ready(true);

        sent(BIND_NAMED, "ES");

        assertThat(facts.runsLoneChange()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EES", "EHS", "ECS", "HES", "S", "ED"})
    void seesNothingInOtherSequences(String tags) {
        watch.parse(PARSE, true);
        sent(BIND, tags);

        assertThat(facts.runsLoneChange()).isFalse();
    }

    @Test
    void seesNothingInPipeline() {
        watch.parse(PARSE, true);
        sent(BIND, "E");
        sent(BIND, "ES");
        assertThat(facts.runsLoneChange()).isFalse();
        watch.ready(true);

        watch.query(true);
        watch.query(true);
        assertThat(facts.runsLoneChange()).isFalse();
    }

    @Test
    void doubtsBindWhoseNamesHaveNotArrived() {
        watch.parse(PARSE, true);
        sent(BIND.slice(0, 5), "ES");

        assertThat(facts.runsLoneChange()).isFalse();
    }

    private void sent(ByteBuf first, String tags) {
        watch.other(first);
        sent(tags);
    }

    private void sent(String tags) {
        for (int i = 0; i < tags.length(); i++) {
            watch.other(Bytes.message(tags.charAt(i), ""));
        }
    }
}
