/** Buckets of time that aggregates are computed for. Knows no points. */
@NullMarked
package org.cdfgateway.emulator.bucket;

import org.jspecify.annotations.NullMarked;
