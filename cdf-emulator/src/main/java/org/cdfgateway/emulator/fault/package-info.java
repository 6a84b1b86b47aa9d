/** Weather on demand: faults, latency, lag and short pages per call, reproducible. Knows neither HTTP nor resources. */
@NullMarked
package org.cdfgateway.emulator.fault;

import org.jspecify.annotations.NullMarked;
