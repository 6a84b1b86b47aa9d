package org.cdfgateway.cdf.change;

import org.cdfgateway.domain.table.Column;

/** How the updates of one resource clear their fields. */
@FunctionalInterface
interface ClearingRule {
    Clearing of(Column column);
}
