package org.cdfgateway.auth.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.auth.store.AuditEntry;
import org.cdfgateway.auth.store.AuditEntry.Action;
import org.cdfgateway.auth.store.AuditRows;
import org.cdfgateway.auth.store.Store;
import org.cdfgateway.auth.store.StoredTable;
import org.cdfgateway.auth.store.TableRows;
import org.cdfgateway.auth.store.TableSet;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** Creates and deletes custom tables, all of a call or none, and writes down who did. Safe for use by several threads. */
public final class TableLifecycle {
    private final Store store;
    private final Clock clock;

    public TableLifecycle(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** See {@link org.cdfgateway.auth.GatewayTables#read}. */
    public Optional<TableSet> read(String username) {
        return store.inTransaction(connection -> TableRows.read(connection, username));
    }

    /** See {@link org.cdfgateway.auth.GatewayTables#versions}. */
    public Map<String, Long> versions(Collection<String> usernames) {
        return store.inTransaction(connection -> TableRows.versions(connection, usernames));
    }

    /** See {@link org.cdfgateway.auth.GatewayTables#create}. */
    public Optional<TableChange> create(
            String project, String username, List<StoredTable> tables, int limit, String createdBy) {
        return store.inTransaction(connection -> {
            Optional<TableSet> before = TableRows.lock(connection, project, username);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            List<String> taken = intersection(names(tables), before.get());
            if (!taken.isEmpty()) {
                return Optional.of(new TableChange(taken, before.get()));
            }
            checkRoom(username, tables, before.get(), limit);
            for (StoredTable table : tables) {
                TableRows.insert(connection, username, table);
                record(connection, createdBy, Action.CREATE_TABLE, project, username, table.name());
            }
            return changed(connection, username);
        });
    }

    /** See {@link org.cdfgateway.auth.GatewayTables#delete}. */
    public Optional<TableChange> delete(
            String project, String username, Set<String> names, boolean ignoreUnknown, String deletedBy) {
        return store.inTransaction(connection -> {
            Optional<TableSet> before = TableRows.lock(connection, project, username);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            List<String> known = intersection(names, before.get());
            List<String> unknown =
                    names.stream().filter(name -> !known.contains(name)).toList();
            if (known.isEmpty() || !(unknown.isEmpty() || ignoreUnknown)) {
                return Optional.of(new TableChange(ignoreUnknown ? List.of() : unknown, before.get()));
            }
            for (String name : known) {
                TableRows.delete(connection, username, name);
                record(connection, deletedBy, Action.DELETE_TABLE, project, username, name);
            }
            return changed(connection, username);
        });
    }

    private static Optional<TableChange> changed(Connection connection, String username) throws SQLException {
        TableRows.countChange(connection, username);
        return TableRows.read(connection, username).map(after -> new TableChange(List.of(), after));
    }

    private static void checkRoom(String username, List<StoredTable> more, TableSet before, int limit) {
        long present = relations(before.tables());
        if (present + relations(more) > limit) {
            throw new GatewayException(
                            ErrorKind.PROGRAM_LIMIT_EXCEEDED,
                            "gateway user \"" + username + "\" has " + present + " custom tables and cannot have "
                                    + relations(more) + " more (limit: " + limit + ")")
                    .withHint("Delete tables that are not needed, or raise gateway.limits.custom-tables-per-user."
                            + " Each view of a data model counts as a table.");
        }
    }

    private static long relations(List<StoredTable> tables) {
        return tables.stream().mapToLong(StoredTable::relations).sum();
    }

    private static Set<String> names(List<StoredTable> tables) {
        return tables.stream().map(StoredTable::name).collect(Collectors.toSet());
    }

    private static List<String> intersection(Set<String> names, TableSet tables) {
        return tables.tables().stream()
                .map(StoredTable::name)
                .filter(names::contains)
                .toList();
    }

    private void record(
            Connection connection, String actor, Action action, String project, String username, String table)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AuditRows.insert(
                connection, new AuditEntry(now, actor, action, project, username, AuditEntry.DONE, "table " + table));
    }
}
