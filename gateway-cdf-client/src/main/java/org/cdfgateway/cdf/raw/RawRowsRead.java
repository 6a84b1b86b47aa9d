package org.cdfgateway.cdf.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.cdf.adapter.EnumeratedParents;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** One read of the rows of all RAW tables that a scan is about, with one identity. */
final class RawRowsRead {
    private static final TableDefinition TABLE = BuiltInTables.RAW_ROWS;

    private final RawReads raw;
    private final CdfAccess access;
    private final RawTableRead rows;
    private final RawSelection selection;
    private final Optional<List<String>> databases;
    private final Optional<List<String>> tables;
    private final EnumeratedParents parents;

    RawRowsRead(RawApi api, RawReads raw, Reading reading, Scan scan, CdfAccess access) {
        this.raw = raw;
        this.access = access;
        this.selection = RawSelection.of(scan, TABLE.column("_raw_key"), TABLE.column("_raw_last_updated_time"));
        this.rows = new RawTableRead(api, reading, access, new RawRowsForm(scan), selection, TABLE.fetchSize());
        this.databases = RawReads.named(scan, TABLE.column("_raw_database"), RawNames.DATABASE);
        this.tables = RawReads.named(scan, TABLE.column("_raw_table"), RawNames.TABLE);
        this.parents = new EnumeratedParents(
                "RAW tables", "_raw_database and _raw_table", reading.limits().maxEnumeratedParents());
    }

    List<ReadStep> steps() {
        return isNothing() ? List.of() : raw.inDatabases(databases, access, this::database);
    }

    private boolean isNothing() {
        return selection.isNothing()
                || databases.map(List::isEmpty).orElse(false)
                || tables.map(List::isEmpty).orElse(false);
    }

    ReadExplanation explain(Predicate predicate) {
        return isNothing()
                ? ReadExplanation.NOTHING
                : new RawRowsExplanation(databases, tables, selection).of(predicate);
    }

    private List<ReadStep> database(String database) {
        if (tables.isPresent()) {
            return tables.get().stream()
                    .flatMap(name -> rows.steps(new RawTable(database, name)).stream())
                    .toList();
        }
        return List.of(raw.tables(database, null, access, (names, rest) -> {
            parents.add(names.size());
            List<ReadStep> following = new ArrayList<>();
            names.stream()
                    .filter(RawNames::isAddressable)
                    .forEach(name -> following.addAll(rows.steps(new RawTable(database, name))));
            following.addAll(rest);
            return new ReadStep.Outcome(List.of(), following);
        }));
    }
}
