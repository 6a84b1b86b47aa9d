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
import org.cdfgateway.emulator.http.Caller;
import org.cdfgateway.emulator.http.Gate;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.journal.Change;
import org.cdfgateway.emulator.journal.Occasions;
import org.cdfgateway.emulator.journal.Recording;
import org.cdfgateway.emulator.right.Right;
import org.cdfgateway.emulator.right.Rights;
import org.jspecify.annotations.Nullable;

/** Clients, their rights, tokens and sessions; changeable while the emulator runs. For any number of threads. */
public final class AccessControl {

    private final String project;
    private final Clock clock;
    private final Administration administration;
    private final Groups groups;
    private final Clients clients;
    private final AccessTokens tokens;
    private final Sessions sessions;

    /** How long what is handed out stays valid. */
    public record Lives(Duration token, Duration nonce, Duration session) {}

    /**
     * @param occasions time and chance
     * @param recording takes down what is changed here
     */
    public AccessControl(
            String project, Collection<EmulatedClient> known, Lives lives, Occasions occasions, Recording recording) {
        RandomText texts = new RandomText(occasions.chance());
        this.project = project;
        this.clock = occasions.clock();
        this.administration = new Administration(recording);
        this.groups = new Groups(project, texts);
        this.clients = new Clients(known, groups, texts);
        this.tokens = new AccessTokens(clock, texts, lives.token());
        this.sessions = new Sessions(clients, clock, texts, lives.nonce(), lives.session());
    }

    /** Every right that capabilities can give. */
    public static Set<Right> rights() {
        return KnownAcl.ALL_KNOWN.stream()
                .flatMap(acl -> acl.actions().stream().map(action -> new Right(acl.name(), action)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param serviceToken of the services that exchange nonces; null to take any token that is not a client's, or none */
    public Gate gate(@Nullable String serviceToken) {
        return new TokenGate(clients, tokens, sessions, serviceToken);
    }

    /** Somebody who was let in before, with the rights of now; their token may have ended. */
    public Caller recall(Change.Sender sender) {
        return new Caller(
                sender.clientId(),
                sender.sessionId(),
                sender.tokenExpires(),
                sender.clientId().isEmpty() ? Rights.NONE : clients.rightsOf(sender.clientId()));
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
        ObjectNode body = Json.newObject().put("secret", client.secret());
        client.groupIds().stream().sorted().forEach(body.putArray("groupIds")::add);
        client.capabilities().stream().map(CapabilityJson::of).forEach(body.putArray("capabilities")::add);
        administration.change("PUT", Administration.pathOf(client.id()), body, () -> clients.put(client));
    }

    /**
     * Gives a client's own group exactly these rights, at once, also for its tokens and sessions that exist already.
     * What other groups give it stays.
     */
    public void grant(String clientId, Collection<Capability> capabilities) {
        clients.find(clientId).ifPresent(client -> put(client.with(List.copyOf(capabilities))));
    }

    /** Makes the client unknown; its tokens end, its sessions lose access when they are refreshed. */
    public void remove(String clientId) {
        administration.delete(Administration.pathOf(clientId), () -> clients.remove(clientId));
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
        administration.delete(Administration.pathOf(clientId) + "/tokens", () -> tokens.revokeOfClient(clientId));
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
        ObjectNode body = Json.newObject();
        specs.forEach(body.putArray("items")::add);
        return administration.change(
                "POST",
                "/groups",
                body,
                () -> groups.create(specs).stream().map(Group::id).toList());
    }

    public void removeGroup(long groupId) {
        administration.delete("/groups/" + groupId, () -> groups.remove(groupId));
    }

    /** Revokes a session if there is one. */
    public void revokeSession(long sessionId) {
        administration.delete("/sessions/" + sessionId, () -> sessions.revokeIfKnown(sessionId));
    }
}
