/** HTTP/1.1 as far as the emulator needs it, with the means to break off connections. Knows no CDF. */
@NullMarked
package org.cdfgateway.emulator.wire;

import org.jspecify.annotations.NullMarked;
