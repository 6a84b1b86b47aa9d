package org.cdfgateway.sql.guard;

import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;

/**
 * The most memory a setting may allow.
 *
 * @param ownUnitBytes what a number without unit counts
 */
record MemoryCap(long maxKilobytes, double ownUnitBytes) implements SettingRule {
    private static final double KILOBYTE = 1024;
    /** PostgreSQL's page size. */
    private static final double BLOCK = 8 * KILOBYTE;

    static MemoryCap ofKilobytes(long maxKilobytes) {
        return new MemoryCap(maxKilobytes, KILOBYTE);
    }

    static MemoryCap ofBlocks(long maxKilobytes) {
        return new MemoryCap(maxKilobytes, BLOCK);
    }

    @Override
    public Optional<Refusal> check(String name, String value) {
        Optional<Double> bytes = Quantity.parse(value).flatMap(quantity -> quantity.in(Quantity.MEMORY, ownUnitBytes));
        if (bytes.isEmpty()) {
            return Optional.of(new Refusal(
                    ErrorKind.INVALID_PARAMETER_VALUE,
                    "invalid value for parameter \"" + name + "\": \"" + value + "\"",
                    "Give a number with B, kB, MB, GB or TB, at most " + maxKilobytes + "kB."));
        }
        // half a kilobyte more, because PostgreSQL rounds
        if (bytes.get() < maxKilobytes * KILOBYTE + KILOBYTE / 2) {
            return Optional.empty();
        }
        return Optional.of(Refusal.forbidden(
                "setting \"" + name + "\" to " + value + " is beyond the limit",
                "The gateway's operator allows at most " + maxKilobytes + "kB."));
    }
}
