/** Rows and the order of their values. Knows the column types only. */
@NullMarked
package org.cdfgateway.domain.row;

import org.jspecify.annotations.NullMarked;
