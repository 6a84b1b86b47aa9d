package org.cdfgateway.domain.port.outbound;

import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Refusal;
import org.cdfgateway.domain.table.RowChange;
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

    /** What {@link #read} would ask of CDF. Asks nobody and does not block: unknown sizes stay unknown. */
    default ReadExplanation explain(Scan scan, CdfAccess access) {
        return ReadExplanation.everything(scan);
    }

    /** How rows are inserted; empty when the resource has no such call. */
    Optional<RowInserter> inserter();

    /** How rows are changed; empty when the resource has no such call. */
    default Optional<RowUpdater> updater() {
        return Optional.empty();
    }

    /** How rows are deleted; empty when the resource has no such call. */
    default Optional<RowDeleter> deleter() {
        return Optional.empty();
    }

    /** @throws GatewayException FEATURE_NOT_SUPPORTED when rows cannot be inserted */
    default RowInserter requireInserter() {
        return inserter().orElseThrow(() -> refused(RowChange.INSERT));
    }

    /** @throws GatewayException FEATURE_NOT_SUPPORTED when rows cannot be changed */
    default RowUpdater requireUpdater() {
        return updater().orElseThrow(() -> refused(RowChange.UPDATE));
    }

    /** @throws GatewayException FEATURE_NOT_SUPPORTED when rows cannot be deleted */
    default RowDeleter requireDeleter() {
        return deleter().orElseThrow(() -> refused(RowChange.DELETE));
    }

    private GatewayException refused(RowChange change) {
        Refusal refusal = table().refusal(change).orElse(new Refusal("CDF has no call for it", ""));
        GatewayException refused = new GatewayException(
                        ErrorKind.FEATURE_NOT_SUPPORTED,
                        "cannot " + change.name() + " rows of table \"" + table().name() + "\"")
                .withDetail("Reason: " + refusal.reason() + ".");
        return refusal.hint().isBlank() ? refused : refused.withHint(refusal.hint());
    }
}
