package org.cdfgateway.emulator.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Gate;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.right.Right;

/** Clients, their rights, tokens and sessions; changeable while the emulator runs. For any number of threads. */
public final class AccessControl {

    private final String project;
    private final Clock clock;
    private final Groups groups;
    private final Clients clients;
    private final AccessTokens tokens;
    private final Sessions sessions;

    /** How long what is handed out stays valid. */
    public record Lives(Duration token, Duration nonce, Duration session) {}

    public AccessControl(String project, Collection<EmulatedClient> known, Lives lives, Clock clock) {
        this.project = project;
        this.clock = clock;
        this.groups = new Groups(project);
        this.clients = new Clients(known, groups);
        this.tokens = new AccessTokens(clock, lives.token());
        this.sessions = new Sessions(clients, clock, lives.nonce(), lives.session());
    }

    /** Every right that capabilities can give. */
    public static Set<Right> rights() {
        return KnownAcl.ALL_KNOWN.stream()
                .flatMap(acl -> acl.actions().stream().map(action -> new Right(acl.name(), action)))
                .collect(Collectors.toUnmodifiableSet());
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
        new ProjectEndpoints(project, tokenPath).addTo(routes);
        new GroupEndpoints(clients, groups).addTo(routes);
        new SessionEndpoints(clients, sessions).addTo(routes);
        new SessionTokens(sessions, tokens).addTo(routes);
    }

    /** Adds a client, or replaces its secret and rights. Its tokens stay valid. */
    public void put(EmulatedClient client) {
        clients.put(client);
    }

    /**
     * Gives a client's own group exactly these rights, at once, also for its tokens and sessions that exist already.
     * What other groups give it stays.
     */
    public void grant(String clientId, Collection<Capability> capabilities) {
        clients.grant(clientId, capabilities);
    }

    /** Makes the client unknown; its tokens end, its sessions lose access when they are refreshed. */
    public void remove(String clientId) {
        clients.remove(clientId);
    }

    /**
     * Hands out an access token as the identity provider does.
     *
     * @throws IllegalArgumentException when the client is unknown
     */
    public String issueToken(String clientId) {
        if (!clients.knows(clientId)) {
            throw new IllegalArgumentException("client " + clientId + " (expected: a known one)");
        }
        return tokens.issue(clientId, null, Instant.MAX).token();
    }

    /** Ends all tokens that the client and its sessions have now. */
    public void revokeTokens(String clientId) {
        tokens.revokeOfClient(clientId);
    }

    public Collection<EmulatedClient> clients() {
        return clients.all();
    }

    /** All groups, as {@code GET /groups?all=true} writes them. */
    public List<ObjectNode> groups() {
        return groups.all().stream().map(group -> group.json().deepCopy()).toList();
    }

    /**
     * Reads capabilities as groups write them.
     *
     * @param entries missing for none
     * @throws org.cdfgateway.emulator.http.ApiError 400 for what CDF refuses
     */
    public List<Capability> capabilities(JsonNode entries) {
        List<Capability> capabilities = new ArrayList<>();
        for (JsonNode entry : entries) {
            CapabilityJson.parse(entry, project, "capabilities").ifPresent(capabilities::add);
        }
        return capabilities;
    }

    /** Ids of the groups that apply to the client, its own one included. */
    public List<Long> groupsOf(String clientId) {
        return clients.groupsOf(clientId).stream().map(Group::id).toList();
    }

    /**
     * Creates groups as {@code POST /groups} does.
     *
     * @param specs as the {@code items} of that call
     * @return their ids
     * @throws org.cdfgateway.emulator.http.ApiError 400 for what CDF refuses
     */
    public List<Long> createGroups(Collection<? extends JsonNode> specs) {
        return groups.create(specs).stream().map(Group::id).toList();
    }

    public void removeGroup(long groupId) {
        groups.remove(groupId);
    }

    public void revokeSession(long sessionId) {
        sessions.revoke(List.of(sessionId));
    }
}
