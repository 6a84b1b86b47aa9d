/** Cuts byte streams into messages and converts messages to bytes and back. Knows nothing of sessions. */
@NullMarked
package org.cdfgateway.pgwire.codec;

import org.jspecify.annotations.NullMarked;
