/** From conditions to what CDF may be asked for. Knows no SQL text and no HTTP. */
@NullMarked
package org.cdfgateway.sql.pushdown;

import org.jspecify.annotations.NullMarked;
