/** The catalog of units and the unit systems. Knows no resource. */
@NullMarked
package org.cdfgateway.emulator.unit;

import org.jspecify.annotations.NullMarked;
