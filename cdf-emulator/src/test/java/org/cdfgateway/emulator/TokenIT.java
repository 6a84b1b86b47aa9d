package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.cdfgateway.emulator.TestClient.Answer;
import org.cdfgateway.emulator.access.Capability;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenIT {

    private static final EmulatedClient READER =
            new EmulatedClient("reader", "secret", List.of(Capability.of("assetsAcl", "READ")));

    private final MutableClock clock = new MutableClock();
    private CdfEmulator cdf;
    private TestClient admin;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults()
                .withClients(EmulatorSettings.ADMIN, READER)
                .withClock(clock));
        admin = TestClient.admin(cdf);
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private Answer token(String form) {
        return admin.form(cdf.tokenUri(), form);
    }

    @Test
    void givesTokenForClientCredentials() {
        Answer answer =
                token("grant_type=client_credentials&client_id=demo-client&client_secret=demo-secret&scope=x/.default");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3600);
    }

    @Test
    void refusesWrongSecretAsEntraDoes() {
        Answer answer = token("grant_type=client_credentials&client_id=reader&client_secret=wrong&scope=x/.default");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(answer.json().path("error_description").asText()).startsWith("AADSTS7000215");
        assertThat(answer.text()).doesNotContain("wrong");
    }

    @Test
    void refusesUnknownClient() {
        Answer answer = token("grant_type=client_credentials&client_id=nobody&client_secret=x&scope=x/.default");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo("unauthorized_client");
    }

    @Test
    void wantsScopeOfAResource() {
        String form = "grant_type=client_credentials&client_id=reader&client_secret=secret";

        assertThat(token(form).json().path("error").asText()).isEqualTo("invalid_request");
        assertThat(token(form + "&scope=user.read").json().path("error").asText())
                .isEqualTo("invalid_scope");
    }

    @Test
    void refusesOtherGrants() {
        assertThat(token("grant_type=password&client_id=reader")
                        .json()
                        .path("error")
                        .asText())
                .isEqualTo("unsupported_grant_type");
        assertThat(token("client_id=reader").json().path("error").asText()).isEqualTo("invalid_request");
    }

    @Test
    void wantsValidTokenEverywhere() {
        assertThat(admin.withToken(null).post("/assets/list", "{}").error()).isEqualTo("401 Unauthorized");
        assertThat(admin.withToken("garbage").post("/assets/list", "{}").error())
                .isEqualTo("401 Unauthorized");
        assertThat(admin.withToken("garbage").get("/api/v1/token/inspect").error())
                .isEqualTo("401 Unauthorized");
    }

    @Test
    void endsTokensInTime() {
        clock.advance(Duration.ofSeconds(3599));
        assertThat(admin.post("/assets/list", "{}").status()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));
        assertThat(admin.post("/assets/list", "{}").error()).isEqualTo("401 Unauthorized");
    }

    @Test
    void refusesOtherProjectsAndUnknownPaths() {
        assertThat(admin.get("/api/v1/projects/other/assets").status()).isEqualTo(401);
        assertThat(admin.post("/nothing", "{}").status()).isEqualTo(404);
        assertThat(admin.get("/assets/list").status()).isEqualTo(405);
    }

    @Test
    void refusesWhatNoCapabilityAllows() {
        TestClient reader = TestClient.of(cdf, READER);

        assertThat(reader.post("/assets/list", "{}").status()).isEqualTo(200);
        assertThat(reader.post("/assets", "{'items':[{'name':'a'}]}").error())
                .isEqualTo("403 Resource not found. This may also be due to insufficient access rights.");
        assertThat(reader.post("/events/list", "{}").status()).isEqualTo(403);
        assertThat(reader.post("/timeseries/data/list", "{'items':[{'id':1}]}").status())
                .isEqualTo(403);
        assertThat(reader.get("/raw/dbs").status()).isEqualTo(403);
        assertThat(reader.get("/api/v1/token/inspect").status()).isEqualTo(403);
    }

    @Test
    void followsGrantsAtOnce() {
        TestClient reader = TestClient.of(cdf, READER);

        cdf.access().grant("reader", List.of(Capability.of("eventsAcl", "READ")));

        assertThat(reader.post("/events/list", "{}").status()).isEqualTo(200);
        assertThat(reader.post("/assets/list", "{}").status()).isEqualTo(403);
    }

    @Test
    void revokesTokensOfOneClient() {
        TestClient reader = TestClient.of(cdf, READER);

        cdf.access().revokeTokens("reader");

        assertThat(reader.post("/assets/list", "{}").status()).isEqualTo(401);
        assertThat(admin.post("/assets/list", "{}").status()).isEqualTo(200);
    }

    @Test
    void inspectionTellsProjectsAndCapabilities() {
        Answer answer = admin.get("/api/v1/token/inspect");

        assertThat(answer.json().path("subject").asText()).isEqualTo("demo-client");
        assertThat(answer.json().at("/projects/0/projectUrlName").asText()).isEqualTo("demo");
        assertThat(answer.json().at("/projects/0/groups/0").asLong()).isPositive();
        assertThat(answer.json().path("capabilities")).anySatisfy(capability -> {
            assertThat(capability.at("/postgresGatewayAcl/actions")).hasSize(2);
            assertThat(capability.at("/postgresGatewayAcl/scope/all").isObject())
                    .isTrue();
            assertThat(capability.at("/projectScope/projects/0").asText()).isEqualTo("demo");
        });
    }
}
