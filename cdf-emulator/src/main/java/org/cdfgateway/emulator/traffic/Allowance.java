package org.cdfgateway.emulator.traffic;

import org.jspecify.annotations.Nullable;

/** How much of something is allowed; null where there is no limit. */
public record Allowance(
        @Nullable Integer requestsPerSecond,
        @Nullable Integer concurrent,
        @Nullable Long bytesPerTenMinutes) {}
