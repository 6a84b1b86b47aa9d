package org.cdfgateway.app.admin;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfCredentials;
import org.cdfgateway.domain.identity.CdfIdentity;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.TokenInspection.TokenRights;
import org.jspecify.annotations.Nullable;

/** Users in memory; remembers who spent which nonce for which project. */
final class FakeUserRegistry implements UserRegistry {
    private static final URI TOKEN_URI = URI.create("https://login.example.com/token");

    private final List<String> spent = new CopyOnWriteArrayList<>();
    private final Map<String, GatewayUser> users = new ConcurrentSkipListMap<>();

    FakeUserRegistry with(String project, String... usernames) {
        for (String username : usernames) {
            users.put(
                    username,
                    new GatewayUser(
                            username,
                            project,
                            new CdfIdentity.Session(7),
                            Instant.ofEpochSecond(1),
                            Instant.ofEpochSecond(2)));
        }
        return this;
    }

    List<String> spent() {
        return List.copyOf(spent);
    }

    @Override
    public CreatedUser create(String project, CdfCredentials credentials, String createdBy) {
        return credentials.match(
                nonce -> create(project, nonce.nonce().reveal(), createdBy, new CdfIdentity.Session(42)),
                client -> create(
                        project,
                        client.clientSecret().reveal(),
                        createdBy,
                        new CdfIdentity.Client(
                                client.tokenUri().orElse(TOKEN_URI),
                                client.clientId(),
                                client.scopes().orElse("all"))));
    }

    private CreatedUser create(String project, String secret, String createdBy, CdfIdentity identity) {
        return switch (secret) {
            case "old" ->
                throw new GatewayException(ErrorKind.INVALID_PARAMETER_VALUE, "CDF does not accept the nonce")
                        .withDetail("CDF says: expired")
                        .withHint("Make a new one.");
            case "bug" -> throw new IllegalStateException("oops");
            default -> {
                spent.add(createdBy + " " + project + " " + secret);
                yield new CreatedUser(
                        new GatewayUser("u1", project, identity, Instant.ofEpochSecond(1), Instant.ofEpochSecond(2)),
                        new Secret("pw"));
            }
        };
    }

    @Override
    public Optional<GatewayUser> find(String project, String username) {
        return Optional.ofNullable(users.get(username))
                .filter(user -> user.project().equals(project));
    }

    @Override
    public Optional<TokenRights> rights(String project, String username) {
        return find(project, username)
                .map(user -> FakeTokens.rightsOf(new Secret(username.equals("c") ? "ended" : "reader")));
    }

    @Override
    public List<GatewayUser> list(String project, @Nullable String after, int limit) {
        return users.values().stream()
                .filter(user -> user.project().equals(project))
                .filter(user -> after == null || user.username().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<GatewayUser> renew(String project, String username, CdfCredentials credentials, String renewedBy) {
        Optional<GatewayUser> known = find(project, username);
        if (known.isEmpty()) {
            return known;
        }
        CreatedUser fresh = create(project, credentials, renewedBy);
        GatewayUser renewed = new GatewayUser(
                username, project, fresh.user().identity(), known.get().createdTime(), Instant.ofEpochSecond(3));
        users.put(username, renewed);
        return Optional.of(renewed);
    }

    @Override
    public boolean delete(String project, String username, String deletedBy) {
        return find(project, username).isPresent() && users.remove(username) != null;
    }
}
