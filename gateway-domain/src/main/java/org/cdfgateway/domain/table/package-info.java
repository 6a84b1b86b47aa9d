/** What a resource table is: its columns, their types, and what can be read by, filtered and written. Knows nothing of SQL text or HTTP. */
@NullMarked
package org.cdfgateway.domain.table;

import org.jspecify.annotations.NullMarked;
