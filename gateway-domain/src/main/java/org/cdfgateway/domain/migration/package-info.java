/** What changed from version 1.0 of the product to 2.0, as facts. Knows nothing of SQL text. */
@NullMarked
package org.cdfgateway.domain.migration;

import org.jspecify.annotations.NullMarked;
