/** The doors to PostgreSQL as the gateway runs it: the engine for users' SQL, the store for the gateway's own data. */
@NullMarked
package org.cdfgateway.engine;

import org.jspecify.annotations.NullMarked;
