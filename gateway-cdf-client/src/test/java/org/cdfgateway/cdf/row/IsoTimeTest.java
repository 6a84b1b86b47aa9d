package org.cdfgateway.cdf.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2024-12-31T00:00:00+00:00, 1735603200000000",
        "2024-12-31T00:00:00Z, 1735603200000000",
        "2024-12-31T00:00:00, 1735603200000000",
        "2024-12-31T02:00:00.5+02:00, 1735603200500000",
        "2024-12-31T02:00:00.123+0200, 1735603200123000",
        "2024-12-30T22:30:00.123456-01:30, 1735603200123456",
        "2024-12-31T02:00:00+02, 1735603200000000",
        "9999-12-31T23:59:59.999Z, 253402300799999000",
        "0001-01-01T00:00:00Z, -62135596800000000"
    })
    void readsAllFormsOfZones(String text, long micros) throws IOException {
        assertThat(IsoTime.toMicros(text)).isEqualTo(micros);
    }

    @Test
    void refusesOtherTexts() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> IsoTime.toMicros("yesterday"))
                .withMessageContaining("yesterday");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00.000Z",
        "-1, 1969-12-31T23:59:59.999Z",
        "253402300799999, 9999-12-31T23:59:59.999Z",
        "-62135596800000, 0001-01-01T00:00:00.000Z"
    })
    void writesMilliseconds(long millis, String text) {
        assertThat(IsoTime.ofMillis(millis)).isEqualTo(text);
    }
}
