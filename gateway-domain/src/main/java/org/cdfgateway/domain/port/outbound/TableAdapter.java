package org.cdfgateway.domain.port.outbound;

import java.util.Optional;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;

/** Reads and writes one CDF resource as a table. Stateless but for caches; safe for use by several threads. */
public interface TableAdapter {

    TableDefinition table();

    /** Prepares a read; no request is made before the first {@link RowReader#next()}. The caller closes the reader. */
    RowReader read(Scan scan, CdfAccess access);

    /**
     * How many rows the scan would return, roughly; for the engine's planner. May ask CDF for a count where that is
     * cheap, and remembers it for a while. Never fails because of CDF: it guesses instead.
     */
    long estimateRows(Scan scan, CdfAccess access);

    /** How rows are inserted; empty when the resource cannot be written. */
    Optional<TableWriter> writer();

    /** @throws GatewayException FEATURE_NOT_SUPPORTED when the resource cannot be written */
    default TableWriter requireWriter() {
        return writer().orElseThrow(() -> new GatewayException(
                org.cdfgateway.domain.error.ErrorKind.FEATURE_NOT_SUPPORTED,
                "table \"" + table().name() + "\" is read-only: CDF has no call that writes it"));
    }
}
