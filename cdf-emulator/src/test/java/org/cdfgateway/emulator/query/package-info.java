/** Tests of the package of the same name. */
@NullMarked
package org.cdfgateway.emulator.query;

import org.jspecify.annotations.NullMarked;
