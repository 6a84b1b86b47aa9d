/** Rows of sequences: CDF's bodies, in which columns stand apart from values, and how values stand in a row of the table. */
@NullMarked
package org.cdfgateway.cdf.sequence;

import org.jspecify.annotations.NullMarked;
