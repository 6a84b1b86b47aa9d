package org.cdfgateway.auth;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.auth.store.StoredTable;
import org.cdfgateway.auth.store.TableSet;
import org.cdfgateway.auth.table.TableChange;
import org.cdfgateway.auth.table.TableLifecycle;
import org.cdfgateway.domain.error.GatewayException;

/**
 * The custom tables of gateway users in the store; they are deleted with their users. Safe for use by several threads; calls
 * block. Every method may throw IO_ERROR when the store cannot be reached. Lives as long as the users it came from.
 */
public final class GatewayTables {
    private final TableLifecycle lifecycle;

    GatewayTables(TableLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** The custom tables of a user; empty when there is no such user. */
    public Optional<TableSet> read(String username) {
        return lifecycle.read(username);
    }

    /** The versions of the table sets of several users, at the cost of one query; users that are gone are missing. */
    public Map<String, Long> versions(Collection<String> usernames) {
        return lifecycle.versions(usernames);
    }

    /**
     * Adds tables, all or none. Empty when the project has no such user.
     *
     * @param tables of different names
     * @param limit of tables that the user may have, in SQL
     * @param createdBy whom the audit names
     * @throws GatewayException PROGRAM_LIMIT_EXCEEDED
     */
    public Optional<TableChange> create(
            String project, String username, List<StoredTable> tables, int limit, String createdBy) {
        return lifecycle.create(project, username, tables, limit, createdBy);
    }

    /**
     * Removes tables, all or none; what they show stays in CDF. Empty when the project has no such user.
     *
     * @param ignoreUnknown whether names of no table are skipped
     */
    public Optional<TableChange> delete(
            String project, String username, Set<String> names, boolean ignoreUnknown, String deletedBy) {
        return lifecycle.delete(project, username, names, ignoreUnknown, deletedBy);
    }
}
