/** What a read will ask of CDF, told before it is made. */
@NullMarked
package org.cdfgateway.domain.explain;

import org.jspecify.annotations.NullMarked;
