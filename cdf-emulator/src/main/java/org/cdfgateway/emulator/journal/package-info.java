/** The journal of changes: keeps them in a directory and makes them again after a restart. Knows nothing of HTTP. */
@NullMarked
package org.cdfgateway.emulator.journal;

import org.jspecify.annotations.NullMarked;
