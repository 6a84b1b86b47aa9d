/** The whole gateway before an emulated CDF, used with real drivers. */
@NullMarked
package org.cdfgateway.app.endtoend;

import org.jspecify.annotations.NullMarked;
