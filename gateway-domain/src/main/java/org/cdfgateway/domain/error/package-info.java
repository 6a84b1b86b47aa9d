/** Everything that can go wrong, named as PostgreSQL names it. Knows nothing of codes or wire formats. */
@NullMarked
package org.cdfgateway.domain.error;

import org.jspecify.annotations.NullMarked;
