/** The HTTP APIs of a gateway and of CDF as their users see them, for commands and the demo. */
@NullMarked
package org.cdfgateway.app.remote;

import org.jspecify.annotations.NullMarked;
