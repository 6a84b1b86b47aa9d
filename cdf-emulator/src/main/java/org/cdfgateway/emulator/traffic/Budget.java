package org.cdfgateway.emulator.traffic;

import java.util.List;
import org.cdfgateway.emulator.fault.CallPattern;
import org.jspecify.annotations.Nullable;

/**
 * What some calls may cost together.
 *
 * @param project for all callers; null for no limit
 * @param identity for each client; null for no limit
 */
public record Budget(
        String name,
        List<CallPattern> calls,
        @Nullable Allowance project,
        @Nullable Allowance identity) {

    public Budget {
        calls = List.copyOf(calls);
    }

    boolean covers(String call) {
        return calls.stream().anyMatch(pattern -> pattern.matches(call));
    }
}
