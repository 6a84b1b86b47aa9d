/** Readers that follow pages, one request at a time first, then ahead within bounds. Does not know what is read. */
@NullMarked
package org.cdfgateway.cdf.paging;

import org.jspecify.annotations.NullMarked;
