package org.cdfgateway.pgwire.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.port.inbound.Admission;
import org.cdfgateway.domain.port.inbound.PlanDetail;
import org.cdfgateway.domain.port.inbound.StatementGuard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanRelayTest {
    private static final StatementGuard GUARD = new StatementGuard() {
        @Override
        public Admission admit(String sql) {
            return new Admission(sql, false, false, Optional.empty(), false);
        }

        @Override
        public PlanDetail planDetail(String sql) {
            return sql.startsWith("EXPLAIN") ? PlanDetail.BRIEF : PlanDetail.AS_PRINTED;
        }

        @Override
        public void admitSetting(String name, String value) {}
    };

    private final EmbeddedChannel engine = new EmbeddedChannel();
    private final PlanRelay relay =
            new PlanRelay(GUARD, engine.eventLoop(), () -> StandardCharsets.UTF_8, sql -> List.of("Summary: " + sql));

    PlanRelayTest() {
        engine.pipeline().addLast(relay);
    }

    @AfterEach
    void close() {
        engine.finishAndReleaseAll();
    }

    private static String message(char tag, String body) {
        int length = body.length() + 4;
        return tag + "\0\0" + (char) (length >> 8) + (char) (length & 0xff) + body;
    }

    private static String row(String... values) {
        StringBuilder body = new StringBuilder("\0" + (char) values.length);
        for (String value : values) {
            body.append("\0\0\0").append((char) value.length()).append(value);
        }
        return message('D', body.toString());
    }

    private static String done(String tag) {
        return message('C', tag + "\0") + message('Z', "I");
    }

    /** What goes on when these bytes arrive, so many at a time. */
    private String through(String bytes, int step) {
        for (int from = 0; from < bytes.length(); from += step) {
            String part = bytes.substring(from, Math.min(bytes.length(), from + step));
            engine.writeInbound(Unpooled.copiedBuffer(part, StandardCharsets.ISO_8859_1));
        }
        StringBuilder out = new StringBuilder();
        for (ByteBuf next = engine.readInbound(); next != null; next = engine.readInbound()) {
            out.append(next.toString(StandardCharsets.ISO_8859_1));
            next.release();
        }
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1_000})
    void rewritesPlansHoweverTheyArrive(int step) {
        assertThat(relay.guard().admit("EXPLAIN x").text()).isEqualTo("EXPLAIN x");
        String before = message('1', "") + message('2', "") + message('T', "\0\1QUERY PLAN\0");

        String shown = through(
                before + row("Foreign Scan") + message('N', "note") + row("  Remote SQL: q") + done("EXPLAIN"), step);

        assertThat(shown)
                .startsWith(before)
                .contains(message('N', "note"))
                .endsWith(row("Foreign Scan") + row("  Summary: q") + done("EXPLAIN"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1_000})
    void leavesOtherResultsAlone(int step) {
        String other = message('T', "\0\1text\0")
                + row("  Remote SQL: q")
                + done("SELECT 1")
                + message('2', "")
                + row("  Remote SQL: q")
                + done("SELECT 1")
                + row("a", "b")
                + row("  Remote SQL: q")
                + message('E', "error\0")
                + message('Z', "I")
                + row("x".repeat(200))
                + message('s', "")
                + done("EXPLAIN");

        assertThat(through(other, step)).isEqualTo(other);
        assertThat(relay.guard().admit("EXPLAIN x").text()).isEqualTo("EXPLAIN x");
        assertThat(through(other, step)).isEqualTo(other);
    }
}
