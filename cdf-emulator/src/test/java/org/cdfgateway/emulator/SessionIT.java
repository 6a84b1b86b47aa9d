package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.cdfgateway.emulator.TestClient.Answer;
import org.cdfgateway.emulator.access.Capability;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionIT {

    private static final String TOKEN_EXCHANGE = "{'items':[{'tokenExchange':true}]}";

    private final MutableClock clock = new MutableClock();
    private CdfEmulator cdf;
    private TestClient admin;
    private TestClient service;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withClock(clock));
        admin = TestClient.admin(cdf);
        service = admin.withToken(null);
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private JsonNode create(String body) {
        Answer answer = admin.post("/sessions", body);
        assertThat(answer.status()).isEqualTo(200);
        return answer.item(0);
    }

    private Answer bind(String nonce) {
        return service.post("/sessions/token", "{'nonce':'" + nonce + "'}");
    }

    private Answer refresh(JsonNode bound) {
        return service.post(
                "/sessions/token",
                "{'sessionId':" + bound.path("id").asLong() + ",'sessionKey':'"
                        + bound.path("sessionKey").asText() + "'}");
    }

    private String statusOf(long id) {
        return admin.post("/sessions/byids", "{'items':[{'id':" + id + "}]}")
                .item(0)
                .path("status")
                .asText();
    }

    @Test
    void exchangesNonceForTokenOnce() {
        JsonNode session = create(TOKEN_EXCHANGE);
        assertThat(session.path("status").asText()).isEqualTo("READY");
        assertThat(session.path("type").asText()).isEqualTo("TOKEN_EXCHANGE");

        JsonNode bound = bind(session.path("nonce").asText()).json();

        assertThat(bound.path("id").asLong()).isEqualTo(session.path("id").asLong());
        assertThat(bound.path("expiresIn").asInt()).isEqualTo(3600);
        assertThat(bound.path("sessionIsExtendable").asBoolean()).isTrue();
        assertThat(bound.path("sessionExpirationTime").asLong())
                .isEqualTo(clock.millis() + Duration.ofHours(24).toMillis());
        assertThat(statusOf(session.path("id").asLong())).isEqualTo("ACTIVE");
        TestClient asSession = admin.withToken(bound.path("accessToken").asText());
        assertThat(asSession.post("/assets/list", "{}").status()).isEqualTo(200);
        assertThat(bind(session.path("nonce").asText()).error()).isEqualTo("400 Nonce has expired");
    }

    @Test
    void endsNonceAfterMinute() {
        JsonNode inTime = create(TOKEN_EXCHANGE);
        JsonNode late = create(TOKEN_EXCHANGE);

        clock.advance(Duration.ofSeconds(59));
        assertThat(bind(inTime.path("nonce").asText()).status()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));
        assertThat(bind(late.path("nonce").asText()).error()).isEqualTo("400 Nonce has expired");
        assertThat(statusOf(late.path("id").asLong())).isEqualTo("EXPIRED");
    }

    @Test
    void createsSessionFromClientCredentials() {
        JsonNode session = create("{'items':[{'clientId':'demo-client','clientSecret':'demo-secret'}]}");

        assertThat(session.path("type").asText()).isEqualTo("CLIENT_CREDENTIALS");
        assertThat(session.path("clientId").asText()).isEqualTo("demo-client");
        assertThat(admin.post("/sessions", "{'items':[{'clientId':'demo-client','clientSecret':'x'}]}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void wantsExactlyOneItem() {
        String message = "400 Request must contain exactly 1 item in request body";

        assertThat(admin.post("/sessions", "{'items':[]}").error()).isEqualTo(message);
        assertThat(admin.post("/sessions", "{'items':[{'tokenExchange':true},{'tokenExchange':true}]}")
                        .error())
                .isEqualTo(message);
        assertThat(admin.post("/sessions", "{'items':[{}]}").status()).isEqualTo(400);
    }

    @Test
    void refreshesWithKeyAndMovesEnd() {
        JsonNode bound = bind(create(TOKEN_EXCHANGE).path("nonce").asText()).json();
        clock.advance(Duration.ofHours(2));

        Answer refreshed = refresh(bound);

        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.json().has("sessionKey")).isFalse();
        assertThat(refreshed.json().path("sessionExpirationTime").asLong())
                .isEqualTo(bound.path("sessionExpirationTime").asLong()
                        + Duration.ofHours(2).toMillis());
        TestClient asSession =
                admin.withToken(refreshed.json().path("accessToken").asText());
        assertThat(asSession.post("/assets/list", "{}").status()).isEqualTo(200);
    }

    @Test
    void refusesWrongKey() {
        JsonNode bound = bind(create(TOKEN_EXCHANGE).path("nonce").asText()).json();

        assertThat(service.post(
                                "/sessions/token",
                                "{'sessionId':" + bound.path("id").asLong() + ",'sessionKey':'no'}")
                        .error())
                .isEqualTo("400 Session not found");
    }

    @Test
    void endsSessionThatNobodyRefreshes() {
        JsonNode bound = bind(create(TOKEN_EXCHANGE).path("nonce").asText()).json();

        clock.advance(Duration.ofHours(24));

        assertThat(refresh(bound).error()).isEqualTo("403 Session is EXPIRED");
    }

    @Test
    void oneShotSessionEndsWithTokenOfItsCreator() {
        clock.advance(Duration.ofMinutes(20));
        JsonNode bound = bind(create("{'items':[{'oneshotTokenExchange':true}]}")
                        .path("nonce")
                        .asText())
                .json();

        assertThat(bound.path("sessionIsExtendable").asBoolean()).isFalse();
        assertThat(bound.path("expiresIn").asInt()).isEqualTo(2400);
    }

    @Test
    void capsLifeOnBind() {
        String nonce = create(TOKEN_EXCHANGE).path("nonce").asText();

        JsonNode bound = service.post("/sessions/token", "{'nonce':'" + nonce + "','maxExpirationSeconds':100}")
                .json();

        assertThat(bound.path("expiresIn").asInt()).isEqualTo(100);
        clock.advance(Duration.ofSeconds(100));
        assertThat(refresh(bound).status()).isEqualTo(403);
    }

    @Test
    void revokedSessionIsOfNoUse() {
        JsonNode bound = bind(create(TOKEN_EXCHANGE).path("nonce").asText()).json();
        TestClient asSession = admin.withToken(bound.path("accessToken").asText());
        String ids = "{'items':[{'id':" + bound.path("id").asLong() + "}]}";

        assertThat(admin.post("/sessions/revoke", ids).item(0).path("status").asText())
                .isEqualTo("REVOKED");

        assertThat(admin.post("/sessions/revoke", ids).status()).isEqualTo(200);
        assertThat(asSession.post("/assets/list", "{}").status()).isEqualTo(401);
        assertThat(refresh(bound).error()).isEqualTo("403 Session is REVOKED");
    }

    @Test
    void sessionHasRightsOfItsCreatorAsTheyAreNow() {
        EmulatedClient client = new EmulatedClient(
                "c", "s", List.of(Capability.of("sessionsAcl", "CREATE"), Capability.of("assetsAcl", "READ")));
        cdf.access().put(client);
        Answer created = TestClient.of(cdf, client).post("/sessions", TOKEN_EXCHANGE);
        JsonNode bound = bind(created.item(0).path("nonce").asText()).json();
        TestClient asSession = admin.withToken(bound.path("accessToken").asText());
        assertThat(asSession.post("/assets/list", "{}").status()).isEqualTo(200);

        cdf.access().grant("c", List.of());
        assertThat(asSession.post("/assets/list", "{}").status()).isEqualTo(403);

        cdf.access().remove("c");
        assertThat(asSession.post("/assets/list", "{}").status()).isEqualTo(401);
        assertThat(refresh(bound).error()).isEqualTo("403 Session is ACCESS_LOST");
    }

    @Test
    void listsSessionsInPages() {
        for (int i = 0; i < 5; i++) {
            create(TOKEN_EXCHANGE);
        }
        bind(create(TOKEN_EXCHANGE).path("nonce").asText());

        Answer first = admin.get("/sessions?limit=4");
        Answer second = admin.get(
                "/sessions?limit=4&cursor=" + first.json().path("nextCursor").asText());

        assertThat(first.items()).hasSize(4);
        assertThat(second.items()).hasSize(2);
        assertThat(second.json().has("nextCursor")).isFalse();
        assertThat(admin.get("/sessions?status=active").items()).hasSize(1);
    }

    @Test
    void refusesUnknownStatus() {
        assertThat(admin.get("/sessions?status=asleep").error()).isEqualTo("400 Invalid session status: asleep");
        assertThat(admin.get("/sessions?status=ACCESS_LOST").items()).isEmpty();
    }

    @Test
    void refreshesManyAndNamesThoseThatFailed() {
        JsonNode one = bind(create(TOKEN_EXCHANGE).path("nonce").asText()).json();
        String good = "{'sessionId':" + one.path("id").asLong() + ",'sessionKey':'"
                + one.path("sessionKey").asText() + "'}";

        JsonNode answer = service.post(
                        "/sessions/batchrefresh", "{'items':[" + good + ",{'sessionId':5,'sessionKey':'x'}]}")
                .json();

        assertThat(answer.at("/items/0/id")).isEqualTo(one.path("id"));
        assertThat(answer.at("/items/0/accessToken").asText()).isNotEmpty();
        assertThat(answer.path("failed").toString())
                .isEqualTo("[{\"id\":5,\"error\":\"Session not found\",\"code\":400}]");
        assertThat(service.post("/sessions/batchrefresh", "{'items':[" + (good + ",").repeat(50) + good + "]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void detachedSessionIsOver() {
        JsonNode bound = bind(create(TOKEN_EXCHANGE).path("nonce").asText()).json();

        Answer detached = service.post(
                "/sessions/detach", "{'items':[{'id':" + bound.path("id").asLong() + "}]}");

        assertThat(detached.item(0).path("status").asText()).isEqualTo("DETACHED");
        assertThat(refresh(bound).error()).isEqualTo("403 Session is DETACHED");
    }

    @Test
    void tellsOnlyIdsToThoseWhoMayNotList() {
        long id = create(TOKEN_EXCHANGE).path("id").asLong();
        EmulatedClient client = new EmulatedClient("c", "s", List.of(Capability.of("sessionsAcl", "DELETE")));
        cdf.access().put(client);

        Answer revoked = TestClient.of(cdf, client).post("/sessions/revoke", "{'items':[{'id':" + id + "}]}");

        assertThat(revoked.text()).isEqualTo("{\"items\":[{\"id\":" + id + "}]}");
        assertThat(statusOf(id)).isEqualTo("REVOKED");
    }

    @Test
    void losesAccessWhenItsSecretIsReplaced() {
        cdf.access().put(EmulatedClient.admin("c", "old"));
        JsonNode session = create("{'items':[{'clientId':'c','clientSecret':'old'}]}");
        JsonNode bound = bind(session.path("nonce").asText()).json();

        cdf.access().put(EmulatedClient.admin("c", "new"));

        assertThat(refresh(bound).error()).isEqualTo("403 Session is ACCESS_LOST");
    }

    @Test
    void chainsSessionsOneLevelDeep() {
        JsonNode root = bind(create(TOKEN_EXCHANGE).path("nonce").asText()).json();
        TestClient asRoot = admin.withToken(root.path("accessToken").asText());

        Answer inner = asRoot.post("/sessions", TOKEN_EXCHANGE);

        assertThat(inner.status()).isEqualTo(200);
        JsonNode bound = bind(inner.item(0).path("nonce").asText()).json();
        TestClient asInner = admin.withToken(bound.path("accessToken").asText());
        assertThat(asInner.post("/sessions", TOKEN_EXCHANGE).status()).isEqualTo(400);
    }

    @Test
    void leavesTheExchangeOfNoncesToServices() {
        String nonce = create("{'items':[{'oneshotTokenExchange':true}]}")
                .path("nonce")
                .asText();

        assertThat(admin.post("/sessions/token", "{'nonce':'" + nonce + "'}").error())
                .isEqualTo("401 Unauthorized");
        assertThat(bind(nonce).status()).isEqualTo(200);
    }

    @Test
    void asksServicesForTheTokenOfTheSettings() throws IOException {
        try (CdfEmulator strict = CdfEmulator.start(EmulatorSettings.defaults().withServiceToken("identity"))) {
            TestClient client = TestClient.admin(strict);
            String nonce = client.post("/sessions", "{'items':[{'oneshotTokenExchange':true}]}")
                    .item(0)
                    .path("nonce")
                    .asText();
            String exchange = "{'nonce':'" + nonce + "'}";

            assertThat(client.withToken(null).post("/sessions/token", exchange).error())
                    .isEqualTo("401 Unauthorized");
            assertThat(client.withToken("another")
                            .post("/sessions/token", exchange)
                            .error())
                    .isEqualTo("401 Unauthorized");
            assertThat(client.withToken("identity")
                            .post("/sessions/token", exchange)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void listsKnowTheirPageBefore() {
        for (int i = 0; i < 5; i++) {
            create("{'items':[{'oneshotTokenExchange':true}]}");
        }

        Answer first = admin.get("/sessions?limit=2");
        Answer second = admin.get(
                "/sessions?limit=2&cursor=" + first.json().path("nextCursor").asText());
        Answer back = admin.get("/sessions?limit=2&cursor="
                + second.json().path("previousCursor").asText());

        assertThat(first.json().has("previousCursor")).isFalse();
        assertThat(second.items()).doesNotContainAnyElementsOf(first.items());
        assertThat(back.items()).isEqualTo(first.items());
    }
}
