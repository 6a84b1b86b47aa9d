package org.cdfgateway.pgwire.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "10.1.2.3, 10.0.0.0/8, true",
        "11.1.2.3, 10.0.0.0/8, false",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.4, 10.1.2.3, false",
        "10.1.2.3, 0.0.0.0/0, true",
        "192.168.1.127, 192.168.1.0/25, true",
        "192.168.1.128, 192.168.1.0/25, false",
        "::1, ::1, true",
        "2001:db8::5, 2001:db8::/32, true",
        "2001:db9::5, 2001:db8::/32, false",
        "10.1.2.3, ::/0, false",
        "::ffff:10.1.2.3, 10.0.0.0/8, true"
    })
    void containsAddresses(String address, String range, boolean contained) {
        assertThat(AddressRange.parse(range).contains(address(address))).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0.0/33",
                "10.0.0.1/8",
                "::/129",
                "10.0.0",
                "300.1.1.1",
                "1.2.3.4/x",
                "fe80::1%eth0"
            })
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesEverybodyWithoutARange() {
        assertThat(AllowedAddresses.ALL.contains(address("192.0.2.1"))).isTrue();
    }

    @Test
    void readsLists() {
        AllowedAddresses allowed = AllowedAddresses.parse("10.0.0.0/8, ::1");

        assertThat(allowed.contains(address("10.9.9.9"))).isTrue();
        assertThat(allowed.contains(address("::1"))).isTrue();
        assertThat(allowed.contains(address("127.0.0.1"))).isFalse();
    }

    private static InetAddress address(String text) {
        return AddressRange.parse(text).network();
    }
}
