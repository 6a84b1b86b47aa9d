package org.cdfgateway.pgwire.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void countsParametersOutsideOfQuotes() {
        assertThat(Parameters.types("SELECT $2, '$9', \"$8\", $1 FROM t", List.of()))
                .containsExactly(25, 25);
        assertThat(Parameters.types("SELECT 'it''s $3' || $1", List.of())).containsExactly(25);
        assertThat(Parameters.types("SELECT 1", List.of())).isEmpty();
    }

    @Test
    void keepsDeclaredTypes() {
        assertThat(Parameters.types("SELECT $1, $2, $3", List.of(20, 0))).containsExactly(20, 25, 25);
    }

    @Test
    void boundsNumbers() {
        assertThat(Parameters.types("SELECT $99999999999", List.of()).size()).isLessThan(1_000_000);
    }
}
