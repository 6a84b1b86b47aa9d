/** The emulator as a client sees it, over real HTTP. */
@NullMarked
package org.cdfgateway.emulator;

import org.jspecify.annotations.NullMarked;
