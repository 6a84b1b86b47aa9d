package org.cdfgateway.pgwire.admission;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a client connects from. */
public record ClientAddress(InetAddress address) {
    /** Who has one IPv6 address usually has the rest of its network, too (RFC 6177). */
    private static final int IPV6_NETWORK_BYTES = 8;

    /** @param remote of a connection; one that has none comes from this machine */
    public static ClientAddress of(SocketAddress remote) {
        return new ClientAddress(
                remote instanceof InetSocketAddress internet && internet.getAddress() != null
                        ? internet.getAddress()
                        : InetAddress.getLoopbackAddress());
    }

    /** What counts as the same origin: an IPv4 address, or an IPv6 network of 64 bits. */
    String origin() {
        byte[] bytes = address.getAddress();
        return HexFormat.of()
                .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes);
    }

    @Override
    public String toString() {
        return address.getHostAddress();
    }
}
