/** Counting and throttling of requests. Knows neither HTTP nor resources. */
@NullMarked
package org.cdfgateway.emulator.traffic;

import org.jspecify.annotations.NullMarked;
