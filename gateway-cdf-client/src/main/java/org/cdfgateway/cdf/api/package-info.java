/** CDF's REST API as Feign interfaces and records: paths, bodies and what a call needs. No behaviour. */
@NullMarked
package org.cdfgateway.cdf.api;

import org.jspecify.annotations.NullMarked;
