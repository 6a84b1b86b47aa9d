/** Who may try to log in, how often and how many at a time. Knows nothing of the protocol. */
@NullMarked
package org.cdfgateway.pgwire.admission;

import org.jspecify.annotations.NullMarked;
