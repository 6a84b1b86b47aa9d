/** Tests of the package of the same name. */
@NullMarked
package org.cdfgateway.emulator.traffic;

import org.jspecify.annotations.NullMarked;
