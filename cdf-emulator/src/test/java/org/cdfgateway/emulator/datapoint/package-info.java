/** Tests of the package of the same name. */
@NullMarked
package org.cdfgateway.emulator.datapoint;

import org.jspecify.annotations.NullMarked;
