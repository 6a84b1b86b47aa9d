/** The classic resources, one file each, and the calls they share. Knows nothing of tokens. */
@NullMarked
package org.cdfgateway.emulator.resource;

import org.jspecify.annotations.NullMarked;
