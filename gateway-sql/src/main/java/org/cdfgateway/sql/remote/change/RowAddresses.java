package org.cdfgateway.sql.remote.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.TableName;
import org.cdfgateway.domain.write.RowKey;

/**
 * The addresses by which UPDATE and DELETE find rows again that a query has returned: values of PostgreSQL's type
 * {@code tid}, such as {@code (0,1)}. They are good for one transaction, in which CDF's rows have no addresses of their own.
 * Belongs to the session's thread.
 */
public final class RowAddresses {
    /** A line pointer number of a tid, which begins at 1 and has 16 bits. */
    private static final int PER_BLOCK = 65_535;

    /** With the one that is asked for, as many as CDF's calls by id take. */
    private static final int FOLLOWING = 999;

    private final long maxBytes;
    private final Map<TableName, RowStore> stores = new HashMap<>();
    private long bytes;

    /** @param maxBytes of all that is remembered in a transaction, 1 or more */
    public RowAddresses(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Whether changing the table's rows takes more of them than their keys. */
    public static boolean needsWholeRows(TableAdapter adapter) {
        return adapter.updater().map(RowUpdater::needsOnlyTheKey).orElse(true).equals(false);
    }

    /**
     * Remembers the row, which has the columns of its keys, or all if {@link #needsWholeRows}.
     *
     * @throws GatewayException PROGRAM_LIMIT_EXCEEDED
     */
    public String add(TableAdapter adapter, Row row) {
        RowStore store = stores.computeIfAbsent(
                adapter.table().id(), id -> RowStore.of(adapter.table(), needsWholeRows(adapter)));
        int number = store.size();
        bytes += store.add(row);
        if (bytes > maxBytes) {
            throw new GatewayException(
                            ErrorKind.PROGRAM_LIMIT_EXCEEDED,
                            "a transaction changes too many rows one by one: they take more than " + maxBytes
                                    + " bytes")
                    .withHint("Split the statement into several transactions, for example by ranges of a key, or write"
                            + " its conditions and values without sub-selects and functions such as now(),"
                            + " so that it is carried out as a whole.");
        }
        return "(" + number / PER_BLOCK + "," + (1 + number % PER_BLOCK) + ")";
    }

    /** @throws GatewayException INVALID_TEXT_REPRESENTATION, or NO_DATA_FOUND for an address that was never given out */
    AddressedRow find(TableDefinition table, String address) {
        long number = number(address);
        RowStore store = stores.get(table.id());
        if (store == null || number < 0 || number >= store.size()) {
            throw new GatewayException(
                    ErrorKind.NO_DATA_FOUND,
                    "no row of table \"" + table.name() + "\" was found at " + address + " in this transaction");
        }
        return store.get((int) number);
    }

    /** The keys of some rows that were found after the one at the address, of the same kind as its key. */
    List<RowKey> following(TableDefinition table, String address) {
        RowStore store = stores.get(table.id());
        List<RowKey> keys = new ArrayList<>();
        if (store != null) {
            long first = number(address) + 1;
            for (long number = first; number < store.size() && keys.size() < FOLLOWING; number++) {
                keys.add(store.get((int) number).key());
            }
            keys.removeIf(
                    key -> !key.key().equals(store.get((int) first - 1).key().key()));
        }
        return keys;
    }

    public void clear() {
        stores.clear();
        bytes = 0;
    }

    private static long number(String address) {
        try {
            int comma = address.indexOf(',');
            long block = Long.parseLong(address, 1, comma, 10);
            return block * PER_BLOCK + Integer.parseInt(address, comma + 1, address.length() - 1, 10) - 1;
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new GatewayException(
                            ErrorKind.INVALID_TEXT_REPRESENTATION,
                            "invalid input syntax for type tid: \"" + address + "\"")
                    .causedBy(e);
        }
    }
}
