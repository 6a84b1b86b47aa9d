/** Items in memory: compact, in order, read without locks. Knows no JSON and no HTTP. */
@NullMarked
package org.cdfgateway.emulator.store;

import org.jspecify.annotations.NullMarked;
