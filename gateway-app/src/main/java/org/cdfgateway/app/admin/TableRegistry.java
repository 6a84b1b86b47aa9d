package org.cdfgateway.app.admin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.table.custom.CustomTable;

/** What the API needs of whoever keeps custom tables. Safe for use by several threads; calls block. */
public interface TableRegistry {

    /** The custom tables of a user, by name in the order of code points; empty when the project has no such user. */
    Optional<List<CustomTable>> list(String project, String username);

    /**
     * Creates tables, all or none; open sessions of the user have them when this returns.
     *
     * @param createdBy whom the audit names
     * @return names that the user has already, in which case nothing has changed; empty when the project has no such user
     * @throws GatewayException PROGRAM_LIMIT_EXCEEDED
     */
    Optional<List<String>> create(String project, String username, List<CustomTable> tables, String createdBy);

    /**
     * Deletes tables, all or none; what they show stays in CDF.
     *
     * @param ignoreUnknown whether names of no table are skipped
     * @return names of no table, in which case nothing has changed; empty when the project has no such user
     */
    Optional<List<String>> delete(
            String project, String username, Set<String> names, boolean ignoreUnknown, String deletedBy);
}
