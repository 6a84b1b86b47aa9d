/** Conditions over rows, evaluated exactly as PostgreSQL does. Knows no SQL text beyond the text form of values. */
@NullMarked
package org.cdfgateway.sql.expression;

import org.jspecify.annotations.NullMarked;
