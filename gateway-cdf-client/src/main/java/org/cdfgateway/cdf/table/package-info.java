/** One adapter per built-in table: what is asked, what is written, what is estimated. */
@NullMarked
package org.cdfgateway.cdf.table;

import org.jspecify.annotations.NullMarked;
