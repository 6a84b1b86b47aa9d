package org.cdfgateway.domain.port.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictKeysTest {

    @ParameterizedTest
    @ValueSource(strings = {"on", "ON", "t", "true", "y", "yes", "1"})
    void isOn(String value) {
        assertThat(StrictKeys.read(value)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "of", "F", "false", "n", "no", "0", StrictKeys.DEFAULT})
    void isOff(String value) {
        assertThat(StrictKeys.read(value)).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "o", "maybe", "onn", "2", "truely"})
    void isNeither(String value) {
        assertThat(StrictKeys.read(value)).isEmpty();
    }
}
