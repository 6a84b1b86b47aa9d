/** Who is connected, and with which rights they read and write CDF. */
@NullMarked
package org.cdfgateway.domain.identity;

import org.jspecify.annotations.NullMarked;
