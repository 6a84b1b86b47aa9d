/** What the migration commands do: files of SQL and dumps of table definitions from version 1.0 to 2.0. Prints nothing. */
@NullMarked
package org.cdfgateway.app.migrate;

import org.jspecify.annotations.NullMarked;
