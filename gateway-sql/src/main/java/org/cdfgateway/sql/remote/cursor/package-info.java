/** SQL cursors over table reads: rows are pulled from CDF as they are fetched. */
@NullMarked
package org.cdfgateway.sql.remote.cursor;

import org.jspecify.annotations.NullMarked;
