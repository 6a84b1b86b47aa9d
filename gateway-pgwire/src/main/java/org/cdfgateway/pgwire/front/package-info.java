/** The server for clients: TLS, start-up, authentication, limits, cancel. Knows nothing of SQL. */
@NullMarked
package org.cdfgateway.pgwire.front;

import org.jspecify.annotations.NullMarked;
