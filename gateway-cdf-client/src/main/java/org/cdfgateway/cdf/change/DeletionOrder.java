package org.cdfgateway.cdf.change;

import java.util.List;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.write.RowKey;

/** In which order CDF can delete items of a resource. */
@FunctionalInterface
interface DeletionOrder {
    DeletionOrder ANY = (keys, access) -> keys;

    List<RowKey> of(List<RowKey> keys, CdfAccess access);
}
