/** Tests of the package of the same name. */
@NullMarked
package org.cdfgateway.emulator.testkit;

import org.jspecify.annotations.NullMarked;
