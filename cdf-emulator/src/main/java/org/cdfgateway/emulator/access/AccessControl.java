package org.cdfgateway.emulator.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Gate;
import org.cdfgateway.emulator.http.Routes;

/** Clients, their rights, tokens and sessions; changeable while the emulator runs. For any number of threads. */
public final class AccessControl {

    private final String project;
    private final Clock clock;
    private final Clients clients;
    private final AccessTokens tokens;
    private final Sessions sessions;

    /** How long what is handed out stays valid. */
    public record Lives(Duration token, Duration nonce, Duration session) {}

    public AccessControl(String project, Collection<EmulatedClient> known, Lives lives, Clock clock) {
        this.project = project;
        this.clock = clock;
        this.clients = new Clients(known);
        this.tokens = new AccessTokens(clock, lives.token());
        this.sessions = new Sessions(clients, clock, lives.nonce(), lives.session());
    }

    public Gate gate() {
        return new TokenGate(clients, tokens, sessions);
    }

    /** @param tokenPath where tokens are handed out */
    public void addTo(Routes routes, String tokenPath) {
        routes.absolute("POST", tokenPath, Admission.open(), new TokenEndpoint(clients, tokens, clock)::answer);
        routes.absolute(
                "GET",
                "/api/v1/token/inspect",
                Admission.needs("projectsAcl", "LIST").and("groupsAcl", "LIST"),
                new TokenInspection(clients, project)::answer);
        new SessionEndpoints(clients, sessions, tokens).addTo(routes);
    }

    /** Adds a client, or replaces its secret and rights. Its tokens stay valid. */
    public void put(EmulatedClient client) {
        clients.put(client);
    }

    /** Gives a client exactly these rights, at once, also for its tokens and sessions that exist already. */
    public void grant(String clientId, Collection<Capability> capabilities) {
        clients.grant(clientId, capabilities);
    }

    /** Makes the client unknown; its tokens end, its sessions lose access when they are refreshed. */
    public void remove(String clientId) {
        clients.remove(clientId);
    }

    /** Ends all tokens that the client and its sessions have now. */
    public void revokeTokens(String clientId) {
        tokens.revokeOfClient(clientId);
    }

    public void revokeSession(long sessionId) {
        sessions.revoke(List.of(sessionId));
    }
}
