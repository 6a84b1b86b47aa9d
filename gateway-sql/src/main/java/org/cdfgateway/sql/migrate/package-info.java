/** Rewrites SQL of version 1.0 to 2.0: finds out what names mean, and edits only those. Runs nothing. */
@NullMarked
package org.cdfgateway.sql.migrate;

import org.jspecify.annotations.NullMarked;
