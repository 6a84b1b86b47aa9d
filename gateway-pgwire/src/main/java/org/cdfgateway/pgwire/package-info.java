/** The PostgreSQL protocol: the server that clients meet, and the one that the engine's postgres_fdw meets. The doors are here. */
@NullMarked
package org.cdfgateway.pgwire;

import org.jspecify.annotations.NullMarked;
