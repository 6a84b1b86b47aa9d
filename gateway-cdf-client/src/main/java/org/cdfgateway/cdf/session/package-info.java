/** CDF's session service and token inspection. */
@NullMarked
package org.cdfgateway.cdf.session;

import org.jspecify.annotations.NullMarked;
