/** Who may cancel what. Knows nothing of how a statement is cancelled. */
@NullMarked
package org.cdfgateway.pgwire.cancel;

import org.jspecify.annotations.NullMarked;
