package org.cdfgateway.pgwire.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cdfgateway.domain.port.inbound.RowInsert;
import org.cdfgateway.pgwire.relay.GroupStatements.GroupStatement;
import org.cdfgateway.pgwire.relay.GroupStatements.Preparation;
import org.cdfgateway.pgwire.relay.PreparedInserts.PreparedInsert;
import org.junit.jupiter.api.Test;

class GroupStatementsTest {
    private static final PreparedInsert INSERT =
            new PreparedInsert(new RowInsert("INSERT INTO assets VALUES ", List.of("(", ",", ")")), List.of(0, 0));

    private final PreparedInserts inserts = new PreparedInserts();
    private final GroupStatements statements = new GroupStatements(inserts);

    @Test
    void keepsTheNewestTwo() {
        GroupStatement first = statements.of(INSERT, 256);
        GroupStatement second = statements.of(INSERT, 232);
        assertThat(first.preparation()).isEqualTo(Preparation.NEW);
        assertThat(second.preparation()).isEqualTo(Preparation.NEW);
        assertThat(second.name()).isNotEqualTo(first.name());

        assertThat(statements.of(INSERT, 256)).isEqualTo(new GroupStatement(first.name(), Preparation.KNOWN));

        assertThat(statements.of(INSERT, 2)).isEqualTo(new GroupStatement(second.name(), Preparation.NEW));
        assertThat(statements.of(INSERT, 256).preparation()).isEqualTo(Preparation.KNOWN);
        assertThat(statements.of(INSERT, 232).preparation()).isEqualTo(Preparation.NEW);
    }

    @Test
    void forgetsThoseOfFailedGroups() {
        GroupStatement failed = statements.of(INSERT, 2);

        statements.forget(failed.name());

        assertThat(statements.of(INSERT, 2)).isEqualTo(failed);
    }

    @Test
    void forgetsAllWithThoseOfTheClient() {
        statements.of(INSERT, 2);

        inserts.forgetAll();

        assertThat(statements.of(INSERT, 2).preparation()).isEqualTo(Preparation.NEW);
    }

    @Test
    void doesNotKeepLargeOnes() {
        statements.of(INSERT, 10_000);

        assertThat(statements.of(INSERT, 10_000).preparation()).isEqualTo(Preparation.ONCE);
    }
}
