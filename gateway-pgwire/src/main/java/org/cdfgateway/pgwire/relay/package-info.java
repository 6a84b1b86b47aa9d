/** Passes messages between a client and its engine session, both ways, without decoding what it need not know. */
@NullMarked
package org.cdfgateway.pgwire.relay;

import org.jspecify.annotations.NullMarked;
