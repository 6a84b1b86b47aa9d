package org.cdfgateway.app.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * A port of the demo.
 *
 * @param number 0 lets the operating system choose
 * @param flag the command line's flag that changes it
 */
public record DemoPort(int number, String flag) {

    /**
     * The port to listen on: the number, or one that was free a moment ago.
     *
     * @throws GatewayException IO_ERROR when somebody listens there already
     */
    int free() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "port " + number + " is in use")
                    .withHint("Choose another one with " + flag + ", or stop what listens there.")
                    .causedBy(e);
        }
    }
}
