/** How values are written in PostgreSQL's text format, one file per type. Knows nothing of messages. */
@NullMarked
package org.cdfgateway.pgwire.type;

import org.jspecify.annotations.NullMarked;
