/** In-memory doubles of the ports and of time. */
@NullMarked
package org.cdfgateway.auth.fake;

import org.jspecify.annotations.NullMarked;
