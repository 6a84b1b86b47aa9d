/** The commands of administrators: gateway users by way of the HTTP API. */
@NullMarked
package org.cdfgateway.app.cli.users;

import org.jspecify.annotations.NullMarked;
