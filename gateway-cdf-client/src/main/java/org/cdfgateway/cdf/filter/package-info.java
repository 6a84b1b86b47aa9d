/** Predicates to what CDF's read calls understand. Pure functions; may choose too many rows, never too few. */
@NullMarked
package org.cdfgateway.cdf.filter;

import org.jspecify.annotations.NullMarked;
