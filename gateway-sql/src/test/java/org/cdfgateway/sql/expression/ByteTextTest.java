package org.cdfgateway.sql.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cdfgateway.domain.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteTextTest {

    @Test
    void readsBothFormatsOfPostgres() {
        assertThat(ByteText.hex("\\x00FFab")).isEqualTo("\\x00ffab");
        assertThat(ByteText.hex("\\x")).isEqualTo("\\x");
        assertThat(ByteText.hex("")).isEqualTo("\\x");
        assertThat(ByteText.hex("a\\\\\\000\\377z")).isEqualTo("\\x615c00ff7a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\x0", "\\xgg", "\\", "\\09", "\\8aa"})
    void refusesWhatIsNeither(String text) {
        assertThatThrownBy(() -> ByteText.hex(text))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("bytea");
    }
}
