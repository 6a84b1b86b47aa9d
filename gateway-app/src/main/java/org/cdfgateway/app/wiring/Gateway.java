package org.cdfgateway.app.wiring;

import java.net.InetSocketAddress;
import java.util.List;
import org.cdfgateway.app.config.GatewayConfig;
import org.cdfgateway.app.health.Readiness;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.GatewayUser;

/** A running gateway. Safe for use by several threads. */
public final class Gateway implements AutoCloseable {

    private static final int USERS_AT_A_TIME = 100;

    private final GatewayComponent component;
    private final StartedParts parts;
    private final Readiness readiness;

    private Gateway(GatewayComponent component, StartedParts parts, Readiness readiness) {
        this.component = component;
        this.parts = parts;
        this.readiness = readiness;
    }

    /**
     * Starts a gateway and returns when it takes clients. A start that fails leaves nothing running.
     *
     * @throws GatewayException naming what could not be started and what to do
     */
    public static Gateway start(GatewayConfig config) {
        StartedParts parts = new StartedParts();
        return startInto(parts, config);
    }

    /**
     * As {@link #start(GatewayConfig)}, for a caller that may give up before it returns: closing {@code owner} stops what
     * has been started until then.
     */
    public static Gateway start(GatewayConfig config, StartedParts owner) {
        return startInto(owner.add(new StartedParts()), config);
    }

    private static Gateway startInto(StartedParts parts, GatewayConfig config) {
        Readiness readiness = new Readiness();
        try {
            GatewayComponent component = DaggerGatewayComponent.factory().create(config, parts, readiness);
            component.frontServer();
            component.tableWatch();
            // After it: nobody gets a user before users can connect.
            component.adminServer();
            readiness.moveTo(Readiness.State.READY);
            return new Gateway(component, parts, readiness);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Where SQL clients connect, with the port that the operating system chose. */
    public InetSocketAddress sqlAddress() {
        return component.frontServer().address();
    }

    /** Where the HTTP API listens, with the port that the operating system chose. */
    public InetSocketAddress httpAddress() {
        return component.adminServer().address();
    }

    /**
     * Deletes all users of a project, and their databases. For whoever knows that none of them can work any more, such as
     * a demo whose CDF starts afresh.
     *
     * @param deletedBy whom the audit names
     */
    public void deleteUsers(String project, String deletedBy) {
        List<GatewayUser> users = component.users().list(project, null, USERS_AT_A_TIME);
        while (!users.isEmpty()) {
            for (GatewayUser user : users) {
                component.users().delete(project, user.username(), deletedBy);
                component.engine().drop(user.username());
            }
            users = component.users().list(project, null, USERS_AT_A_TIME);
        }
    }

    /** Takes no more clients, ends those that are connected, and stops everything. Idempotent. */
    @Override
    public void close() {
        readiness.moveTo(Readiness.State.STOPPING);
        parts.close();
    }
}
