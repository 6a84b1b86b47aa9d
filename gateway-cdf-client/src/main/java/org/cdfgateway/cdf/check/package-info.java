/** What a row must be to be accepted by CDF, checked before anything is sent. */
@NullMarked
package org.cdfgateway.cdf.check;

import org.jspecify.annotations.NullMarked;
