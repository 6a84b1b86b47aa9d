/** Tests of the package of the same name. */
@NullMarked
package org.cdfgateway.emulator.control;

import org.jspecify.annotations.NullMarked;
