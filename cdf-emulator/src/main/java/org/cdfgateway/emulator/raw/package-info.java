/** RAW databases, tables and rows. */
@NullMarked
package org.cdfgateway.emulator.raw;

import org.jspecify.annotations.NullMarked;
