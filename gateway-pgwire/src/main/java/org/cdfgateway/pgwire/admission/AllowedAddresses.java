package org.cdfgateway.pgwire.admission;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * From where connections are taken.
 *
 * @param ranges empty for everywhere
 */
public record AllowedAddresses(List<AddressRange> ranges) {
    public static final AllowedAddresses ALL = new AllowedAddresses(List.of());

    public AllowedAddresses {
        ranges = List.copyOf(ranges);
    }

    /**
     * @param text ranges with commas between them
     * @throws IllegalArgumentException naming what is no range
     */
    public static AllowedAddresses parse(String text) {
        return new AllowedAddresses(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(AddressRange::parse)
                .toList());
    }

    public boolean contains(InetAddress address) {
        return ranges.isEmpty() || ranges.stream().anyMatch(range -> range.contains(address));
    }
}
