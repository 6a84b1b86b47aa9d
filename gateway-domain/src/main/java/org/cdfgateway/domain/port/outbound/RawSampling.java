package org.cdfgateway.domain.port.outbound;

import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.table.custom.RawSample;

/** Looks at rows of RAW tables, to propose columns for custom tables. Safe for use by several threads; calls block. */
public interface RawSampling {

    /**
     * Looks at the first rows that CDF gives. A table that does not exist has none.
     *
     * @param maxRows 1 or more
     * @throws GatewayException INSUFFICIENT_PRIVILEGE, IO_ERROR
     */
    RawSample sample(String database, String table, int maxRows, CdfAccess access);
}
