package org.cdfgateway.sql.remote.change;

import java.util.Collection;
import java.util.stream.Collectors;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.RowKey;

/** Rows without key, and keys without row. */
final class KeyErrors {
    private static final int SHOWN = 20;

    private KeyErrors() {}

    /** @throws GatewayException FEATURE_NOT_SUPPORTED when the row has no key */
    static RowKey keyOf(TableDefinition table, Row row) {
        return RowKey.of(table, row).orElseThrow(() -> none(table));
    }

    static GatewayException none(TableDefinition table) {
        return new GatewayException(
                ErrorKind.FEATURE_NOT_SUPPORTED,
                "a row of table \"" + table.name() + "\" has no key by which CDF could be told to change it");
    }

    /** @param missing one or more */
    static GatewayException missing(TableDefinition table, Collection<RowKey> missing) {
        String keys = missing.stream().limit(SHOWN).map(RowKey::toString).collect(Collectors.joining(", "));
        return new GatewayException(
                        ErrorKind.NO_DATA_FOUND,
                        "rows of table \"" + table.name() + "\" do not exist: " + missing.size())
                .withDetail("Missing: " + keys + (missing.size() > SHOWN ? ", ..." : "") + ".")
                .withHint("While cdf.strict_keys is off, UPDATE and DELETE leave out rows that do not exist.");
    }
}
