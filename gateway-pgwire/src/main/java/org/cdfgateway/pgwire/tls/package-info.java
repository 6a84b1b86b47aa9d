/** The server's certificate: read from PEM files, checked, and followed while it is replaced. Knows nothing of PostgreSQL. */
@NullMarked
package org.cdfgateway.pgwire.tls;

import org.jspecify.annotations.NullMarked;
