/** Updates and deletions of CDF's resources. Knows the calls and the rows, not the scans. */
@NullMarked
package org.cdfgateway.cdf.change;

import org.jspecify.annotations.NullMarked;
