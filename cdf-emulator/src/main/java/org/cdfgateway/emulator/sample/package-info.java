/** Generated industrial content of a project, the same for the same seed. */
@NullMarked
package org.cdfgateway.emulator.sample;

import org.jspecify.annotations.NullMarked;
