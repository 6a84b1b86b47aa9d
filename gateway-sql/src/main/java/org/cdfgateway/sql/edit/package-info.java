/** Changes of SQL text as values, and the quoting of what is put into it. Knows no statement. */
@NullMarked
package org.cdfgateway.sql.edit;

import org.jspecify.annotations.NullMarked;
