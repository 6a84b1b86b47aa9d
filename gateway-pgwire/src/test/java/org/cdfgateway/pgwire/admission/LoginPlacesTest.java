package org.cdfgateway.pgwire.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class LoginPlacesTest {
    private final LoginPlaces places = new LoginPlaces(3, 2);

    @Test
    void leavesRoomForOtherAddresses() {
        assertThat(places.acquire(from("192.0.2.1"))).isPresent();
        assertThat(places.acquire(from("192.0.2.1"))).isPresent();

        assertThat(places.acquire(from("192.0.2.1"))).isEmpty();
        assertThat(places.acquire(from("192.0.2.2"))).isPresent();
        assertThat(places.acquire(from("192.0.2.3"))).isEmpty();
    }

    @Test
    void countsAnIpv6NetworkOnce() {
        places.acquire(from("2001:db8::1"));
        places.acquire(from("2001:db8::2"));

        assertThat(places.acquire(from("2001:db8::3"))).isEmpty();
        assertThat(places.acquire(from("2001:db8:0:1::3"))).isPresent();
    }

    @Test
    void takesPlacesBackOnce() {
        Permit first = places.acquire(from("192.0.2.1")).orElseThrow();
        places.acquire(from("192.0.2.1"));
        first.close();
        first.close();

        assertThat(places.acquire(from("192.0.2.1"))).isPresent();
        assertThat(places.acquire(from("192.0.2.1"))).isEmpty();
    }

    @Test
    void remembersNobodyWhoIsGone() {
        SharedPermits permits = new SharedPermits(1);
        for (int i = 0; i < 1_000; i++) {
            permits.acquire("holder " + i).ifPresent(Permit::close);
        }

        assertThat(permits.holders()).isZero();
    }

    private static ClientAddress from(String address) {
        return ClientAddress.of(new InetSocketAddress(address, 1));
    }
}
