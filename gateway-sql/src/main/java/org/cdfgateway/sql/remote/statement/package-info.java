/** The statements that postgres_fdw sends, read into records. Knows the tables' definitions, runs nothing. */
@NullMarked
package org.cdfgateway.sql.remote.statement;

import org.jspecify.annotations.NullMarked;
