/** Tables that administrators give single gateway users: over one RAW table, one view or a whole data model. */
@NullMarked
package org.cdfgateway.domain.table.custom;

import org.jspecify.annotations.NullMarked;
