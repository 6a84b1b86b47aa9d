/** Faults on demand and counters of requests. Knows neither HTTP nor resources. */
@NullMarked
package org.cdfgateway.emulator.fault;

import org.jspecify.annotations.NullMarked;
