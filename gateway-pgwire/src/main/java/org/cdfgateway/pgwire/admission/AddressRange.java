package org.cdfgateway.pgwire.admission;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses with the same beginning, written as a CIDR block ({@code 10.1.0.0/16}, {@code 2001:db8::/32}) or as one
 * address.
 *
 * @param network has only zeros behind the prefix
 * @param prefixBits of {@code network}
 */
public record AddressRange(InetAddress network, int prefixBits) {
    /** Only what is surely no host name, so that nothing is looked up. */
    private static final Pattern FORM =
            Pattern.compile("((?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

    public AddressRange {
        int bits = network.getAddress().length * Byte.SIZE;
        if (prefixBits < 0 || prefixBits > bits) {
            throw new IllegalArgumentException("prefix: " + prefixBits + " (expected: 0 to " + bits + ")");
        }
        byte[] address = network.getAddress();
        for (int bit = prefixBits; bit < bits; bit++) {
            if (isSet(address, bit)) {
                throw new IllegalArgumentException(network.getHostAddress() + "/" + prefixBits
                        + " has bits set behind its prefix (expected: zeros)");
            }
        }
    }

    /** @throws IllegalArgumentException for any other form */
    public static AddressRange parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("address range: " + text + " (expected: an IP address or a CIDR block)");
        }
        InetAddress address;
        try {
            address = InetAddress.getByName(matcher.group(1));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address range: " + text + " is no IP address", e);
        }
        int bits =
                matcher.group(2) == null ? address.getAddress().length * Byte.SIZE : Integer.parseInt(matcher.group(2));
        return new AddressRange(address, bits);
    }

    boolean contains(InetAddress candidate) {
        byte[] mine = network.getAddress();
        byte[] other = candidate.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefixBits; bit++) {
            if (isSet(mine, bit) != isSet(other, bit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSet(byte[] address, int bit) {
        return (address[bit / Byte.SIZE] & (0x80 >> (bit % Byte.SIZE))) != 0;
    }
}
