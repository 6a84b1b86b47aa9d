package org.cdfgateway.emulator.datapoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusCodeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0          | Good
            1024       | Good
            1073741824 | Uncertain
            2147483648 | Bad
            1083310080 | UncertainInitialValue
            1083311105 | UncertainInitialValue, Calculated
            3145728    | GoodClamped
            """)
    void namesCodes(long code, String symbol) {
        assertThat(StatusCode.symbolOf((int) code)).isEqualTo(symbol);
        assertThat(Integer.toUnsignedLong(StatusCode.parse(code, null))).isEqualTo(code);
    }

    @Test
    void readsSymbols() {
        assertThat(StatusCode.parse(null, "Bad")).isEqualTo(0x8000_0000);
        assertThat(StatusCode.parse(null, "UncertainInitialValue, Calculated")).isEqualTo(0x4092_0401);
        assertThat(StatusCode.parse(null, "Uncertain_InitialValue, Partial, High"))
                .isEqualTo(0x4092_0604);
        assertThat(StatusCode.parse(null, null)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -1, 0xC000_0000L, 0x1000_0000L, 0x0000_0800L, 0x0000_0403L, 0x1_0000_0000L, 0x7FFF_0000L})
    void refusesInvalidCodes(long code) {
        assertThatThrownBy(() -> StatusCode.parse(code, null)).hasMessageStartingWith("Invalid status code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"good", "Nonsense", "Good, Low, High", "Bad, Calculated, Interpolated", "Bad,"})
    void refusesInvalidSymbols(String symbol) {
        assertThatThrownBy(() -> StatusCode.parse(null, symbol)).hasMessageStartingWith("Invalid status code symbol");
    }
}
