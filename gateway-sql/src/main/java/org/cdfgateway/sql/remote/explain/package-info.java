/** EXPLAIN of what postgres_fdw would send: which requests CDF would get. Pure; asks nobody. */
@NullMarked
package org.cdfgateway.sql.remote.explain;

import org.jspecify.annotations.NullMarked;
