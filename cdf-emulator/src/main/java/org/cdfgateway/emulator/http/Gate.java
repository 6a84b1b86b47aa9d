package org.cdfgateway.emulator.http;

import org.jspecify.annotations.Nullable;

/** Lets requests in or not. Called by many threads. */
@FunctionalInterface
public interface Gate {

    /**
     * @param authorization the header, null when absent
     * @throws ApiError 401 for a token that does not count, 403 for a missing capability
     */
    Caller admit(@Nullable String authorization, Admission admission);
}
