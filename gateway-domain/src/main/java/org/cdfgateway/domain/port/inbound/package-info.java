/** What the wire protocol calls: logins, the guard over statements, and the data behind the engine's foreign tables. */
@NullMarked
package org.cdfgateway.domain.port.inbound;

import org.jspecify.annotations.NullMarked;
