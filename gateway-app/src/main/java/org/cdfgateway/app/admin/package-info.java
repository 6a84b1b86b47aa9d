/** The HTTP API over gateway users, and the health checks. Knows ports and routes, not how users are kept. */
@NullMarked
package org.cdfgateway.app.admin;

import org.jspecify.annotations.NullMarked;
