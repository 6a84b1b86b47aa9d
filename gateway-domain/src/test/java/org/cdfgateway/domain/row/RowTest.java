package org.cdfgateway.domain.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void rowsWithEqualValuesAreEqual() {
        Row row = Row.owning(1L, null, "a");

        assertThat(row).isEqualTo(Row.owning(1L, null, "a")).hasSameHashCodeAs(Row.owning(1L, null, "a"));
        assertThat(row).isNotEqualTo(Row.owning(1L, "a", null));
    }

    @Test
    void valuesCannotBeChanged() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Row.owning(1L).values().set(0, 2L));
    }
}
