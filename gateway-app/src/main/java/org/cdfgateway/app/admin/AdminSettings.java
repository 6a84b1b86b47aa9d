package org.cdfgateway.app.admin;

import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.cdfgateway.pgwire.admission.AllowedAddresses;

/**
 * Where and for whom the HTTP API is.
 *
 * @param address port 0 lets the operating system choose
 * @param tls empty for plain HTTP
 */
public record AdminSettings(InetSocketAddress address, Optional<SSLContext> tls, AllowedAddresses allowed) {

    /** Plain HTTP for everybody. */
    public static AdminSettings plain(InetSocketAddress address) {
        return new AdminSettings(address, Optional.empty(), AllowedAddresses.ALL);
    }
}
