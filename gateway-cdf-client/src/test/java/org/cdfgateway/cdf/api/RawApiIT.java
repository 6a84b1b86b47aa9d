package org.cdfgateway.cdf.api;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import org.cdfgateway.cdf.CdfServer;
import org.cdfgateway.domain.identity.FixedAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawApiIT {
    private static final CallTimeouts TIMEOUTS = new CallTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20));

    private final CdfServer server = new CdfServer();
    private final RawApi api = server.apis().api(RawApi.class);
    private final Call call = TIMEOUTS.start(RawApi.READ, FixedAccess.anAccess());

    @BeforeEach
    void answerEverything() {
        server.wire.stubFor(any(anyUrl()).willReturn(okJson("{\"items\": []}")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "a/b, a%2Fb",
        "a b, a%20b",
        "50%41, 50%2541",
        "a+b, a%2Bb",
        "{x}, %7Bx%7D",
        "a?b#c, a%3Fb%23c",
        "æ, %C3%A6",
        "a;b, a%3Bb",
        "'a,b', 'a%2Cb'",
    })
    void encodesNamesInPaths(String name, String encoded) {
        api.row("p", name, name, name, call);

        assertThat(requestedUrl())
                .isEqualTo("/api/v1/projects/p/raw/dbs/" + encoded + "/tables/" + encoded + "/rows/" + encoded);
    }

    @Test
    void leavesOutWhatIsNotGiven() {
        api.rows("p", "d", "t", 1_000, null, null, null, null, call);

        assertThat(requestedUrl()).isEqualTo("/api/v1/projects/p/raw/dbs/d/tables/t/rows?limit=1000");
    }

    @Test
    void encodesQueryParameters() {
        api.rows("p", "d", "t", 10, "a+/=b", "a b,c&d", 1L, 2L, call);

        assertThat(requestedUrl())
                .isEqualTo(
                        "/api/v1/projects/p/raw/dbs/d/tables/t/rows"
                                + "?limit=10&cursor=a%2B%2F%3Db&columns=a%20b%2Cc%26d&minLastUpdatedTime=1&maxLastUpdatedTime=2");
    }

    @Test
    void createsParents() {
        api.createTables("p", "d", NamesPage.of(List.of("t")), call);

        assertThat(requestedUrl()).isEqualTo("/api/v1/projects/p/raw/dbs/d/tables?ensureParent=true");
        assertThat(lastRequest().getBodyAsString()).isEqualTo("{\"items\":[{\"name\":\"t\"}]}");
    }

    private String requestedUrl() {
        return lastRequest().getUrl();
    }

    private LoggedRequest lastRequest() {
        return server.wire.getAllServeEvents().get(0).getRequest();
    }
}
