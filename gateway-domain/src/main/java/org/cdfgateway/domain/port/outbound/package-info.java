/** What the gateway calls: CDF's tables, sessions and tokens, the user store, the engine's databases and its evaluation of expressions. */
@NullMarked
package org.cdfgateway.domain.port.outbound;

import org.jspecify.annotations.NullMarked;
