/** The client side of an engine session: login, binding to a gateway session, cancel. Knows nothing of the gateway's clients. */
@NullMarked
package org.cdfgateway.pgwire.engine;

import org.jspecify.annotations.NullMarked;
