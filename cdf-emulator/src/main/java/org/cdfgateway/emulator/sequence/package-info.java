/** The rows of sequences: how they are kept, inserted, read and deleted. */
@NullMarked
package org.cdfgateway.emulator.sequence;

import org.jspecify.annotations.NullMarked;
