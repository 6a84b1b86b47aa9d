/** The binary form of data points. Knows neither calls nor tables. */
@NullMarked
package org.cdfgateway.cdf.datapoint;

import org.jspecify.annotations.NullMarked;
