/** CDF RAW as tables: its databases and tables, their rows as they are, and single tables with declared columns. */
@NullMarked
package org.cdfgateway.cdf.raw;

import org.jspecify.annotations.NullMarked;
