/** Security categories: who may see which time series and files (reference/cdf-api-data.md section 5.5). */
@NullMarked
package org.cdfgateway.emulator.category;

import org.jspecify.annotations.NullMarked;
