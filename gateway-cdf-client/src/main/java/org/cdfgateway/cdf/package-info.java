/** The door of the CDF client: settings and one connection to a CDF cluster for all identities. */
@NullMarked
package org.cdfgateway.cdf;

import org.jspecify.annotations.NullMarked;
