/** Clients that were written for the real CDF, at work against the emulator. */
@NullMarked
package org.cdfgateway.conformance;

import org.jspecify.annotations.NullMarked;
