/** What a failure looks like on the wire: the only place that knows SQLSTATE codes. */
@NullMarked
package org.cdfgateway.pgwire.error;

import org.jspecify.annotations.NullMarked;
