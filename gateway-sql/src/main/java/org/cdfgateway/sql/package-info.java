/** The doors of the module: the guard over the client's statements, and the SQL side of the scan endpoint. */
@NullMarked
package org.cdfgateway.sql;

import org.jspecify.annotations.NullMarked;
