/** The server for the engine's postgres_fdw: drives remote sessions and sends their rows. Knows nothing of clients. */
@NullMarked
package org.cdfgateway.pgwire.scan;

import org.jspecify.annotations.NullMarked;
