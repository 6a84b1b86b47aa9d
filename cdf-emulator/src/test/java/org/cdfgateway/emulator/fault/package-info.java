/** Tests of the package of the same name. */
@NullMarked
package org.cdfgateway.emulator.fault;

import org.jspecify.annotations.NullMarked;
