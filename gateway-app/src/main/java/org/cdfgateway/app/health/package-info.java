/** Tells whether the gateway lives and whether it can serve clients. */
@NullMarked
package org.cdfgateway.app.health;

import org.jspecify.annotations.NullMarked;
