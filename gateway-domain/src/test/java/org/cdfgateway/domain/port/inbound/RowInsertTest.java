package org.cdfgateway.domain.port.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowInsertTest {

    @Test
    void numbersParametersOn() {
        RowInsert insert = new RowInsert("INSERT INTO a VALUES ", List.of("(", ", now(), ", "::jsonb)"));

        assertThat(insert.parameters()).isEqualTo(2);
        assertThat(insert.text(1)).isEqualTo("INSERT INTO a VALUES ($1, now(), $2::jsonb)");
        assertThat(insert.text(3))
                .isEqualTo(
                        "INSERT INTO a VALUES ($1, now(), $2::jsonb), ($3, now(), $4::jsonb), ($5, now(), $6::jsonb)");
    }
}
