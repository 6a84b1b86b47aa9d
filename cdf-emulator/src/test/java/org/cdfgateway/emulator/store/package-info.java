/** Tests of the package of the same name. */
@NullMarked
package org.cdfgateway.emulator.store;

import org.jspecify.annotations.NullMarked;
