package org.cdfgateway.app.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cdfgateway.auth.GatewayTables;
import org.cdfgateway.auth.store.StoredTable;
import org.cdfgateway.auth.store.TableSet;
import org.cdfgateway.auth.table.TableChange;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.ChangingTables;
import org.cdfgateway.domain.port.outbound.CustomTableAdapters;
import org.cdfgateway.domain.port.outbound.EngineDatabases;
import org.cdfgateway.domain.port.outbound.FixedTables;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.port.outbound.TablesOfUsers;
import org.cdfgateway.domain.port.outbound.UserTables;
import org.cdfgateway.domain.table.TableName;
import org.cdfgateway.domain.table.custom.CustomTable;
import org.cdfgateway.domain.table.custom.CustomTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of all users that have been here since the start, as the store has them. What is changed here, or noticed to have
 * changed elsewhere, reaches statements and the engine's databases at once. Safe for use by several threads.
 */
public final class UserTableSets implements TablesOfUsers {
    private static final Logger LOG = LoggerFactory.getLogger(UserTableSets.class);
    private static final long UNKNOWN = -1;

    private final List<TableAdapter> builtIn;
    private final FixedTables builtInOnly;
    private final CustomTableAdapters adapters;
    private final Supplier<GatewayTables> store;
    private final Supplier<? extends EngineDatabases> engine;
    private final int limit;
    private final Map<String, Shown> users = new ConcurrentHashMap<>();

    /** What statements and databases of one user have been told; guarded by itself. */
    private static final class Shown {
        private final ChangingTables tables;
        private long version = UNKNOWN;

        private Shown(FixedTables first) {
            this.tables = new ChangingTables(first);
        }
    }

    /**
     * @param store asked at the first use
     * @param engine asked at the first use
     * @param limit of custom tables that one user may have
     */
    public UserTableSets(
            List<TableAdapter> builtIn,
            CustomTableAdapters adapters,
            Supplier<GatewayTables> store,
            Supplier<? extends EngineDatabases> engine,
            int limit) {
        this.builtIn = List.copyOf(builtIn);
        this.builtInOnly = new FixedTables(builtIn, List.of());
        this.adapters = adapters;
        this.store = store;
        this.engine = engine;
        this.limit = limit;
    }

    @Override
    public UserTables of(String username) {
        return shown(username).tables;
    }

    /** The custom tables of a user by name; empty when there is no such user. */
    public Optional<List<CustomTable>> list(String username) {
        return store.get().read(username).map(set -> tables(username, set));
    }

    /** Shows the user what the store has. */
    public void load(String username) {
        Optional<TableSet> set = store.get().read(username);
        if (set.isPresent()) {
            show(username, set.get());
        } else {
            forget(username);
        }
    }

    /**
     * Creates tables, all or none.
     *
     * @return names that were taken already, in which case nothing has changed; empty when there is no such user
     * @throws GatewayException PROGRAM_LIMIT_EXCEEDED, or when the engine cannot have them; then the user has none of them
     */
    public Optional<List<String>> create(String project, String username, List<CustomTable> tables, String createdBy) {
        // what cannot be shown is not stored
        tables.forEach(adapters::adapters);
        List<StoredTable> stored = tables.stream().map(UserTableSets::stored).toList();
        Optional<TableChange> change = store.get().create(project, username, stored, limit, createdBy);
        try {
            change.ifPresent(done -> show(username, done.tables()));
        } catch (GatewayException e) {
            undo(project, username, stored, createdBy, e);
            throw e;
        }
        return change.map(TableChange::conflicts);
    }

    /**
     * Deletes tables, all or none.
     *
     * @return names of no table, in which case nothing has changed; empty when there is no such user
     */
    public Optional<List<String>> delete(
            String project, String username, Set<String> names, boolean ignoreUnknown, String deletedBy) {
        Optional<TableChange> change = store.get().delete(project, username, names, ignoreUnknown, deletedBy);
        change.ifPresent(done -> {
            try {
                show(username, done.tables());
            } catch (GatewayException e) {
                LOG.warn("databases of gateway user {} still show deleted tables: {}", username, e.text());
            }
        });
        return change.map(TableChange::conflicts);
    }

    /** Nothing is kept of a user that has been deleted. */
    public void forget(String username) {
        users.remove(username);
    }

    /** Loads what other gateways have changed; costs one query when they have changed nothing. */
    void lookForChanges() {
        List<String> known = List.copyOf(users.keySet());
        if (known.isEmpty()) {
            return;
        }
        Map<String, Long> versions = store.get().versions(known);
        for (String username : known) {
            Long version = versions.get(username);
            if (version == null) {
                forget(username);
            } else if (version > version(shown(username))) {
                try {
                    load(username);
                } catch (GatewayException e) {
                    LOG.warn("changed tables of gateway user {} are not shown yet: {}", username, e.text());
                }
            }
        }
    }

    private Shown shown(String username) {
        return users.computeIfAbsent(username, name -> new Shown(builtInOnly));
    }

    private static long version(Shown shown) {
        synchronized (shown) {
            return shown.version;
        }
    }

    private void show(String username, TableSet set) {
        Shown shown = shown(username);
        synchronized (shown) {
            if (set.version() > shown.version) {
                shown.tables.become(withCustom(username, set));
                engine.get().show(username, shown.tables.custom());
                shown.version = set.version();
            }
        }
    }

    private FixedTables withCustom(String username, TableSet set) {
        if (set.tables().isEmpty()) {
            return builtInOnly;
        }
        Set<TableName> taken = new HashSet<>();
        builtIn.forEach(adapter -> taken.add(adapter.table().id()));
        List<TableAdapter> custom = new ArrayList<>();
        for (CustomTable table : tables(username, set)) {
            for (TableAdapter adapter : adaptersOf(username, table)) {
                if (taken.add(adapter.table().id())) {
                    custom.add(adapter);
                } else {
                    LOG.error(
                            "gateway user {} has two tables {}",
                            username,
                            adapter.table().id());
                }
            }
        }
        return new FixedTables(builtIn, custom);
    }

    /** One table that cannot be shown must not keep its user from the others. */
    private List<TableAdapter> adaptersOf(String username, CustomTable table) {
        try {
            return adapters.adapters(table);
        } catch (GatewayException e) {
            LOG.error("custom table \"{}\" of gateway user {} cannot be shown", table.name(), username, e);
            return List.of();
        }
    }

    /** Without those that a newer gateway wrote in a form which is not known here. */
    private static List<CustomTable> tables(String username, TableSet set) {
        List<CustomTable> tables = new ArrayList<>();
        for (StoredTable stored : set.tables()) {
            try {
                tables.add(TableDocument.read(stored.name(), stored.definition(), stored.createdTime()));
            } catch (IllegalArgumentException e) {
                LOG.error("custom table \"{}\" of gateway user {} cannot be read", stored.name(), username, e);
            }
        }
        return tables;
    }

    private static StoredTable stored(CustomTable table) {
        return new StoredTable(
                table.name(),
                TableDocument.write(table.source()),
                CustomTables.definitions(table).size(),
                table.createdTime());
    }

    /** The failure that is being reported matters more than one in undoing. */
    private void undo(
            String project, String username, List<StoredTable> tables, String createdBy, GatewayException failure) {
        Set<String> names = tables.stream().map(StoredTable::name).collect(Collectors.toSet());
        try {
            delete(project, username, names, true, createdBy);
        } catch (GatewayException e) {
            failure.addSuppressed(e);
        }
    }
}
