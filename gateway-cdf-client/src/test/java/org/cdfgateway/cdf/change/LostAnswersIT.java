package org.cdfgateway.cdf.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cdfgateway.cdf.RowBuilder.aRow;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EVENTS;

import java.util.List;
import org.cdfgateway.cdf.EmulatedCdf;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Key;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.emulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that must not be repeated blindly, and whose answers never come. */
class LostAnswersIT {
    private static final String CREATE = "POST /events";
    private static final String DELETE = "POST /events/delete";
    private static final Key EXTERNAL_ID = new Key(List.of(EVENTS.column("external_id")));

    private final EmulatedCdf cdf = EmulatedCdf.empty();

    @AfterEach
    void stop() {
        cdf.close();
    }

    private static Row anEvent(String externalId) {
        return aRow(EVENTS)
                .with("external_id", externalId)
                .with("metadata", "{\"b\": \"2\", \"a\": \"1\"}")
                .with("start_time", 1_234_567L)
                .build();
    }

    private static Fault lost(String moment) {
        return moment.equals("before") ? Fault.dropBefore() : Fault.dropAfter();
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after"})
    void rowsWithKeysAreCreatedOnce(String moment) {
        cdf.emulator().faults().next(1, CREATE, lost(moment));

        List<Row> stored = cdf.insert(EVENTS, anEvent("a"), anEvent("b"));

        assertThat(cdf.rows(EVENTS, Predicate.all())).containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void rowsWithoutKeysAreLeftToTheUser() {
        cdf.emulator().faults().next(1, CREATE, Fault.dropAfter());

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> cdf.insert(EVENTS, anEvent("a"), aRow(EVENTS).build()))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.IO_ERROR))
                .satisfies(failure -> assertThat(failure.hint().orElseThrow()).contains("look before you repeat it"));
        assertThat(cdf.rows(EVENTS, Predicate.all())).hasSize(2);
    }

    @Test
    void rowsOfSomebodyElseAreNotTakenForOnesOwn() {
        cdf.insert(EVENTS, aRow(EVENTS).with("external_id", "a").build());
        cdf.emulator().faults().next(1, CREATE, Fault.dropBefore());

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> cdf.insert(EVENTS, anEvent("a")))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.IO_ERROR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after"})
    void rowsAreDeletedOnce(String moment) {
        cdf.insert(EVENTS, anEvent("a"), anEvent("b"), anEvent("c"));
        List<RowKey> keys = List.of(new RowKey(EXTERNAL_ID, List.of("a")), new RowKey(EXTERNAL_ID, List.of("b")));
        cdf.emulator().faults().next(1, DELETE, lost(moment));

        cdf.adapter(EVENTS).requireDeleter().delete(keys, MissingRows.FAIL, cdf.access());

        assertThat(cdf.rows(EVENTS, Predicate.all())).hasSize(1);
    }
}
