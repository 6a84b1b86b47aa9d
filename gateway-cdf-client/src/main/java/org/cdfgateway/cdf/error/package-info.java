/** CDF's error answers as the gateway's errors. */
@NullMarked
package org.cdfgateway.cdf.error;

import org.jspecify.annotations.NullMarked;
