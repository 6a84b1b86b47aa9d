package org.cdfgateway.cdf.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.WriteOutcome;

/**
 * Sends changes of which some may concern items that do not exist. CDF refuses such a request as a whole; then, and only
 * then, CDF is asked which of the items there are.
 */
final class MissingKeys {
    /** Keys that a DETAIL names; the rest is counted. */
    private static final int MAX_KEYS = 10;

    private static final Set<ErrorKind> MAY_MEAN_MISSING =
            Set.of(ErrorKind.FOREIGN_KEY_VIOLATION, ErrorKind.INVALID_PARAMETER_VALUE, ErrorKind.UNDEFINED_TABLE);

    private final StoredItems items;
    private final String table;

    MissingKeys(StoredItems items, String table) {
        this.items = items;
        this.table = table;
    }

    /**
     * @param keyOf the key of a change
     * @param request sends 1 to 1000 changes, all or none of which are carried out
     */
    <T> WriteOutcome send(
            List<T> changes,
            Function<T, RowKey> keyOf,
            MissingRows policy,
            Function<List<T>, List<Row>> request,
            CdfAccess access) {
        List<RowKey> missing = new ArrayList<>(changes.stream()
                .map(keyOf)
                .filter(key -> !StoredItems.isPossible(key))
                .toList());
        refuse(missing, policy);
        List<T> possible = without(missing, changes, keyOf);
        if (possible.isEmpty()) {
            return new WriteOutcome(List.of(), missing);
        }
        try {
            return new WriteOutcome(request.apply(possible), missing);
        } catch (GatewayException e) {
            List<RowKey> unknown = MAY_MEAN_MISSING.contains(e.kind())
                    ? items.missing(possible.stream().map(keyOf).toList(), access)
                    : List.of();
            if (unknown.isEmpty()) {
                throw e;
            }
            refuse(unknown, policy);
            missing.addAll(unknown);
            List<T> known = without(unknown, possible, keyOf);
            return new WriteOutcome(known.isEmpty() ? List.of() : request.apply(known), missing);
        }
    }

    private static <T> List<T> without(List<RowKey> missing, List<T> changes, Function<T, RowKey> keyOf) {
        Set<RowKey> excluded = new HashSet<>(missing);
        return changes.stream()
                .filter(change -> !excluded.contains(keyOf.apply(change)))
                .toList();
    }

    private void refuse(List<RowKey> missing, MissingRows policy) {
        if (!missing.isEmpty() && policy == MissingRows.FAIL) {
            String shown = String.join(
                    "; ", missing.stream().limit(MAX_KEYS).map(RowKey::toString).toList());
            String more = missing.size() > MAX_KEYS ? " and " + (missing.size() - MAX_KEYS) + " more" : "";
            throw new GatewayException(ErrorKind.NO_DATA_FOUND, "rows of table \"" + table + "\" do not exist")
                    .withDetail("Missing: " + shown + more + ".")
                    .withHint("SET cdf.strict_keys = off to change the rows that exist.");
        }
    }
}
