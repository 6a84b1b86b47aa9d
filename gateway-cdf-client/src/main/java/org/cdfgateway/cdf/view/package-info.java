/** Views of data modeling as tables: what their instances look like, how they are read, applied and deleted, and how views are imported. */
@NullMarked
package org.cdfgateway.cdf.view;

import org.jspecify.annotations.NullMarked;
