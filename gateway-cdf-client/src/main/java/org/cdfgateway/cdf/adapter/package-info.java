/** What every table adapter is put together from. Knows no table. */
@NullMarked
package org.cdfgateway.cdf.adapter;

import org.jspecify.annotations.NullMarked;
