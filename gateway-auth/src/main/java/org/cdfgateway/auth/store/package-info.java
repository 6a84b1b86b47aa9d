/** The gateway's own database: its tables, their migrations and the SQL on them. Decides nothing. */
@NullMarked
package org.cdfgateway.auth.store;

import org.jspecify.annotations.NullMarked;
