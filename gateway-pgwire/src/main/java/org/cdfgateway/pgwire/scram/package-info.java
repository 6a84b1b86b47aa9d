/** The server side of SCRAM-SHA-256 and its -PLUS variant (RFC 5802, RFC 7677). Knows nothing of sockets. */
@NullMarked
package org.cdfgateway.pgwire.scram;

import org.jspecify.annotations.NullMarked;
