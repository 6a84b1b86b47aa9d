/** Inserted rows on their way to CDF: gathered, held back until the end of the transaction, sent in batches. */
@NullMarked
package org.cdfgateway.sql.remote.write;

import org.jspecify.annotations.NullMarked;
