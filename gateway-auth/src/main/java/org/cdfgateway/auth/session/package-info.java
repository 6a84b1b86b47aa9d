/** From nonces to CDF sessions, and from stored CDF sessions to tokens. Caches nothing. */
@NullMarked
package org.cdfgateway.auth.session;

import org.jspecify.annotations.NullMarked;
