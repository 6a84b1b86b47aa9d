package org.cdfgateway.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.cdfgateway.domain.error.GatewayException;
import org.junit.jupiter.api.Test;

class DemoPortTest {

    @Test
    void namesTheFlagOfABusyPort() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DemoPort port = new DemoPort(busy.getLocalPort(), "--pg-port");

            assertThatThrownBy(port::free)
                    .isInstanceOfSatisfying(
                            GatewayException.class,
                            failure -> assertThat(failure.hint())
                                    .contains("Choose another one with --pg-port, or stop what listens there."))
                    .hasMessage("port " + busy.getLocalPort() + " is in use");
        }
    }

    @Test
    void choosesAPortIfThatIsLeftToIt() {
        assertThat(new DemoPort(0, "--pg-port").free()).isPositive();
    }
}
