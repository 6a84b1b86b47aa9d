package org.cdfgateway.pgwire.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void countsParametersOutsideOfQuotes() {
        assertThat(new Parameters().types("SELECT $2, '$9', \"$8\", $1 FROM t", List.of()))
                .containsExactly(25, 25);
        assertThat(new Parameters().types("SELECT 'it''s $3' || $1", List.of())).containsExactly(25);
        assertThat(new Parameters().types("SELECT 1", List.of())).isEmpty();
    }

    @Test
    void keepsDeclaredTypes() {
        assertThat(new Parameters().types("SELECT $1, $2, $3", List.of(20, 0))).containsExactly(20, 25, 25);
    }

    @Test
    void boundsNumbers() {
        assertThat(new Parameters().types("SELECT $99999999999", List.of()).size())
                .isLessThan(1_000_000);
    }

    @Test
    void readsEachText() {
        Parameters parameters = new Parameters();

        assertThat(parameters.types("SELECT $1, $2", List.of())).hasSize(2);
        assertThat(parameters.types("SELECT $1, $2", List.of(20))).containsExactly(20, 25);
        assertThat(parameters.types("SELECT $1, $3", List.of())).hasSize(3);
        assertThat(parameters.types("SELECT 1", List.of())).isEmpty();
    }
}
