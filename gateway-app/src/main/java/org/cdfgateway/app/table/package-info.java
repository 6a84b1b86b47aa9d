/** The custom tables of gateway users: kept in the store, shown by the engine, read from CDF. */
@NullMarked
package org.cdfgateway.app.table;

import org.jspecify.annotations.NullMarked;
