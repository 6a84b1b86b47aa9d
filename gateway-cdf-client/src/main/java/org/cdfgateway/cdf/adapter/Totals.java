package org.cdfgateway.cdf.adapter;

import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.cdfgateway.domain.identity.CdfAccess;

/** How many items a resource has, roughly. */
public interface Totals {

    /** What is known already. Asks nobody. */
    OptionalLong known(CdfAccess access);

    /** May ask CDF. Never fails. */
    long estimated(CdfAccess access);

    /** Asks CDF, and remembers it for a while. */
    static Totals counted(String resource, Counts counts, ToLongFunction<CdfAccess> ask) {
        return new Totals() {
            @Override
            public OptionalLong known(CdfAccess access) {
                return counts.known(resource, access);
            }

            @Override
            public long estimated(CdfAccess access) {
                return counts.count(resource, access, () -> ask.applyAsLong(access));
            }
        };
    }

    /** For resources that CDF does not count. */
    static Totals guessed(long guess) {
        return new Totals() {
            @Override
            public OptionalLong known(CdfAccess access) {
                return OptionalLong.empty();
            }

            @Override
            public long estimated(CdfAccess access) {
                return guess;
            }
        };
    }
}
