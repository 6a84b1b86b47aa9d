package org.cdfgateway.app.wiring;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.app.admin.TableRegistry;
import org.cdfgateway.app.admin.UserRegistry;
import org.cdfgateway.app.table.UserTableSets;
import org.cdfgateway.domain.table.custom.CustomTable;

/** The custom tables of the users of one project. */
record StoredTables(UserRegistry users, UserTableSets sets) implements TableRegistry {

    @Override
    public Optional<List<CustomTable>> list(String project, String username) {
        return users.find(project, username).flatMap(user -> sets.list(username));
    }

    @Override
    public Optional<List<String>> create(String project, String username, List<CustomTable> tables, String createdBy) {
        return sets.create(project, username, tables, createdBy);
    }

    @Override
    public Optional<List<String>> delete(
            String project, String username, Set<String> names, boolean ignoreUnknown, String deletedBy) {
        return sets.delete(project, username, names, ignoreUnknown, deletedBy);
    }
}
