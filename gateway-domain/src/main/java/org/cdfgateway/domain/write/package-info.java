/** Changes of rows that exist: which row, what to set, what became of it. Knows tables and rows only. */
@NullMarked
package org.cdfgateway.domain.write;

import org.jspecify.annotations.NullMarked;
