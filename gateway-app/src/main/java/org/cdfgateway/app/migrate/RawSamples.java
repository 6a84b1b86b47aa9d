package org.cdfgateway.app.migrate;

import java.util.List;
import org.cdfgateway.domain.error.GatewayException;

/** Where the types of RAW columns are learnt from. */
@FunctionalInterface
public interface RawSamples {

    /**
     * The columns of some rows of a RAW table, each row as the text of a JSON object; empty when the table has no rows.
     * Blocks.
     *
     * @throws GatewayException when CDF refuses or cannot be reached
     */
    List<String> rows(String database, String table);
}
