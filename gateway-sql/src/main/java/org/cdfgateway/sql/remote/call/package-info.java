/** Calls that another thread can end early. */
@NullMarked
package org.cdfgateway.sql.remote.call;

import org.jspecify.annotations.NullMarked;
