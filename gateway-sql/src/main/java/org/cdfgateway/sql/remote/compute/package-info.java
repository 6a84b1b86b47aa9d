/** What only PostgreSQL can compute of the conditions and new values of rows. */
@NullMarked
package org.cdfgateway.sql.remote.compute;

import org.jspecify.annotations.NullMarked;
