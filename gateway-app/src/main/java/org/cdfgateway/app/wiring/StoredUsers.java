package org.cdfgateway.app.wiring;

import java.util.List;
import java.util.Optional;
import org.cdfgateway.app.admin.UserRegistry;
import org.cdfgateway.auth.GatewayUsers;
import org.cdfgateway.auth.user.NewUser;
import org.cdfgateway.domain.identity.CdfCredentials;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.port.outbound.EngineDatabases;
import org.cdfgateway.domain.port.outbound.TokenInspection.TokenRights;
import org.jspecify.annotations.Nullable;

/** The users of the store, each with a database in the engine. */
record StoredUsers(GatewayUsers users, EngineDatabases engines) implements UserRegistry {

    @Override
    public CreatedUser create(String project, CdfCredentials credentials, String createdBy) {
        NewUser created = users.create(project, credentials, createdBy);
        return new CreatedUser(created.user(), created.password());
    }

    @Override
    public Optional<GatewayUser> find(String project, String username) {
        return users.find(project, username);
    }

    @Override
    public Optional<TokenRights> rights(String project, String username) {
        return users.rights(project, username);
    }

    @Override
    public List<GatewayUser> list(String project, @Nullable String after, int limit) {
        return users.list(project, after, limit);
    }

    @Override
    public Optional<GatewayUser> renew(String project, String username, CdfCredentials credentials, String renewedBy) {
        return users.renew(project, username, credentials, renewedBy);
    }

    /** The database goes with its user, and with the database its connections. */
    @Override
    public boolean delete(String project, String username, String deletedBy) {
        boolean deleted = users.delete(project, username, deletedBy);
        if (deleted) {
            engines.drop(username);
        }
        return deleted;
    }
}
