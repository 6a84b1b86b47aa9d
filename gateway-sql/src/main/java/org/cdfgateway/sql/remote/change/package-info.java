/** UPDATE and DELETE: which rows are meant, by key or by address, and what becomes of them. */
@NullMarked
package org.cdfgateway.sql.remote.change;

import org.jspecify.annotations.NullMarked;
