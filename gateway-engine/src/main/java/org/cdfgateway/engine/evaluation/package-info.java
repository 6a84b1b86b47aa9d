/** Expressions computed for the gateway by PostgreSQL, in a database where nothing else can be done. */
@NullMarked
package org.cdfgateway.engine.evaluation;

import org.jspecify.annotations.NullMarked;
