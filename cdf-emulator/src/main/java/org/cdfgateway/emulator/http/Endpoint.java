package org.cdfgateway.emulator.http;

import java.io.IOException;

/** Answers the requests of one route. Called by many threads. */
@FunctionalInterface
public interface Endpoint {

    /** @throws ApiError what CDF would refuse */
    Answer answer(Call call) throws IOException;
}
