package org.cdfgateway.engine.provisioning;

import static org.cdfgateway.engine.provisioning.SqlText.identifier;
import static org.cdfgateway.engine.provisioning.SqlText.literal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.EngineDatabases.EngineLogin;
import org.cdfgateway.domain.port.outbound.ScanEndpoint;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.engine.process.ClusterAccess;
import org.cdfgateway.engine.process.ClusterPreparation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Databases and roles of gateway users, in one cluster. A database remembers in its comment which layout it has; it holds
 * nothing of its user's, so one with another layout is replaced. Safe for use by several threads.
 */
public final class UserDatabases implements ClusterPreparation {

    private static final Logger LOG = LoggerFactory.getLogger(UserDatabases.class);

    /** As {@link org.cdfgateway.domain.identity.GatewayUser} has it. Names without underscore never meet our own. */
    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9]{0,62}");

    private static final Set<String> RESERVED = Set.of("postgres", "template0", "template1", "public", "none");
    private static final String COMMENT = "Data of a CDF project, layout ";

    private final Layout layout;
    private final RemoteServer remote;
    private final TemplateDatabase template;
    private final UserLimits limits;
    private final Map<String, Provided> provided = new ConcurrentHashMap<>();
    private final Map<String, List<TableDefinition>> wanted = new ConcurrentHashMap<>();
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    /** What has been done since the cluster has started. */
    private record Provided(ClusterAccess access, List<TableDefinition> custom) {}

    public UserDatabases(Collection<TableDefinition> tables, UserLimits limits, ScanEndpoint endpoint) {
        this.layout = Layout.of(tables, limits);
        this.remote = new RemoteServer(endpoint);
        this.template = new TemplateDatabase(layout, remote);
        this.limits = limits;
    }

    /** Makes the template. */
    @Override
    public void prepare(ClusterAccess access) throws SQLException {
        template.prepare(access);
    }

    /** Bounds what users' temporary tables take. The caller closes it before the engine. */
    public TemporaryTableWatch watchTemporaryTables(Supplier<ClusterAccess> engine) {
        return new TemporaryTableWatch(template.name(), limits.tempFileBytes(), engine);
    }

    /** @see org.cdfgateway.domain.port.outbound.EngineDatabases#provide */
    public EngineLogin provide(String username, ClusterAccess access) {
        if (!isProvided(username, access)) {
            checkUsername(username);
            ReentrantLock lock = lockOf(username);
            lock.lock();
            try {
                if (!isProvided(username, access)) {
                    List<TableDefinition> custom = customOf(username);
                    bringUpToDate(username, custom, access);
                    provided.put(username, new Provided(access, custom));
                }
            } catch (SQLException e) {
                throw unavailable(username, "provided", e);
            } finally {
                lock.unlock();
            }
        }
        return new EngineLogin(access.address(), username, username, access.passwordOf(username));
    }

    /** @see org.cdfgateway.domain.port.outbound.EngineDatabases#show */
    public void show(String username, List<TableDefinition> custom, ClusterAccess access) {
        checkUsername(username);
        ReentrantLock lock = lockOf(username);
        lock.lock();
        try {
            wanted.put(username, custom);
            Provided done = provided.get(username);
            if (done != null && done.access() == access && !done.custom().equals(custom)) {
                provided.remove(username);
                Optional<SQLException> failure = showIn(username, custom, access);
                if (failure.isPresent()) {
                    throw failure.get();
                }
                provided.put(username, new Provided(access, custom));
            }
        } catch (SQLException e) {
            throw unavailable(username, "changed", e);
        } finally {
            lock.unlock();
        }
    }

    /** @see org.cdfgateway.domain.port.outbound.EngineDatabases#drop */
    public void drop(String username, ClusterAccess access) {
        checkUsername(username);
        ReentrantLock lock = lockOf(username);
        lock.lock();
        try (Connection admin = access.connect(ClusterAccess.MAINTENANCE_DATABASE);
                Statement statement = admin.createStatement()) {
            provided.remove(username);
            wanted.remove(username);
            statement.execute("DROP DATABASE IF EXISTS " + identifier(username) + " WITH (FORCE)");
            statement.execute("DROP ROLE IF EXISTS " + identifier(username));
        } catch (SQLException e) {
            throw unavailable(username, "dropped", e);
        } finally {
            lock.unlock();
        }
    }

    /** Each start of the cluster has an access of its own; after a restart nothing is taken for granted. */
    private boolean isProvided(String username, ClusterAccess access) {
        Provided done = provided.get(username);
        return done != null && done.access() == access && done.custom().equals(customOf(username));
    }

    private static GatewayException unavailable(String username, String action, SQLException cause) {
        LOG.error("the database of user {} cannot be {}", username, action, cause);
        return new GatewayException(
                        ErrorKind.CANNOT_CONNECT_NOW,
                        "the database of user \"" + username + "\" cannot be " + action + " at the moment")
                .withHint("Try again in some seconds; if that does not help, the gateway's log tells more.")
                .causedBy(cause);
    }

    private List<TableDefinition> customOf(String username) {
        return wanted.getOrDefault(username, List.of());
    }

    private static Optional<SQLException> showIn(String username, List<TableDefinition> custom, ClusterAccess access)
            throws SQLException {
        try (Connection database = access.connect(username)) {
            return new CustomRelations(database).become(custom);
        }
    }

    private void bringUpToDate(String username, List<TableDefinition> custom, ClusterAccess access)
            throws SQLException {
        try (Connection admin = access.connect(ClusterAccess.MAINTENANCE_DATABASE);
                Statement statement = admin.createStatement()) {
            provideRole(username, access, admin, statement);
            if (hasThisLayout(username, admin)) {
                try (Connection database = access.connect(username)) {
                    remote.pointFrom(database);
                }
            } else {
                provideDatabase(username, statement);
            }
            // A table that cannot be made must not keep its user from the others.
            showIn(username, custom, access);
            // Not only for a new database: a user can give up its own privileges with DROP OWNED.
            statement.execute(
                    "GRANT CONNECT, TEMPORARY ON DATABASE " + identifier(username) + " TO " + identifier(username));
        }
    }

    /** Also undoes what a user may have done to the role, such as settings of its own. */
    private void provideRole(String username, ClusterAccess access, Connection admin, Statement statement)
            throws SQLException {
        String role = identifier(username);
        if (!exists("SELECT FROM pg_roles WHERE rolname = ?", username, admin)) {
            statement.execute("CREATE ROLE " + role);
        }
        statement.execute("ALTER ROLE " + role + " RESET ALL");
        statement.execute("ALTER ROLE " + role
                + " LOGIN NOSUPERUSER NOINHERIT NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS VALID UNTIL 'infinity'"
                + " CONNECTION LIMIT " + limits.connections()
                + " PASSWORD " + literal(access.passwordOf(username).reveal()));
        // The messages of errors, and what the debug_print settings write, hold users' statements and values.
        statement.execute("ALTER ROLE " + role + " SET log_min_messages = 'fatal'");
    }

    private void provideDatabase(String username, Statement statement) throws SQLException {
        String database = identifier(username);
        statement.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        statement.execute(
                "CREATE DATABASE " + database + " TEMPLATE " + identifier(template.name()) + " STRATEGY file_copy");
        statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        statement.execute("COMMENT ON DATABASE " + database + " IS " + literal(COMMENT + layout.version()));
    }

    private boolean hasThisLayout(String username, Connection admin) throws SQLException {
        return exists(
                "SELECT FROM pg_database WHERE datname = ? AND shobj_description(oid, 'pg_database') = "
                        + literal(COMMENT + layout.version()),
                username,
                admin);
    }

    private static boolean exists(String query, String name, Connection admin) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private ReentrantLock lockOf(String username) {
        return locks[Math.floorMod(username.hashCode(), locks.length)];
    }

    private static void checkUsername(String username) {
        if (!USERNAME.matcher(username).matches() || RESERVED.contains(username)) {
            throw new GatewayException(ErrorKind.INVALID_PARAMETER_VALUE, "\"" + username + "\" cannot be a username")
                    .withHint("Usernames are lower-case letters and digits, begin with a letter, have at most 63"
                            + " characters, and are none of " + String.join(", ", new java.util.TreeSet<>(RESERVED))
                            + ".");
        }
    }
}
