package org.cdfgateway.emulator.http;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * Under which weather a request is answered.
 *
 * @param pageLimit upper bound of a page's items, besides the request's own limit
 * @param lag how far the index is behind for this call
 * @param longestLag how far it is behind for any call
 */
record Conditions(OptionalInt pageLimit, Duration lag, Duration longestLag) {}
