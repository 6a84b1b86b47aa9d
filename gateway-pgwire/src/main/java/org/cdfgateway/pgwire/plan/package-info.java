/** The plans that EXPLAIN prints, on their way from the engine to the client. */
@NullMarked
package org.cdfgateway.pgwire.plan;

import org.jspecify.annotations.NullMarked;
