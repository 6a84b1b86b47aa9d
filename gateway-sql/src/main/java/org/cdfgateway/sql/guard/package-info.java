/** Which statements of a client may reach the engine, and in which form. Knows nothing of how they are executed. */
@NullMarked
package org.cdfgateway.sql.guard;

import org.jspecify.annotations.NullMarked;
