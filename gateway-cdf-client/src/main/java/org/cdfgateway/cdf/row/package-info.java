/** CDF's JSON to and from rows, streaming. Knows table definitions, not calls. */
@NullMarked
package org.cdfgateway.cdf.row;

import org.jspecify.annotations.NullMarked;
