package org.cdfgateway.cdf.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.cdf.resilience.CallFixture.READ;
import static org.cdfgateway.cdf.resilience.CallFixture.aCall;
import static org.cdfgateway.cdf.resilience.CallFixture.aRequest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.identity.Secret;
import org.junit.jupiter.api.Test;

class TokenClientTest {
    private final ScriptedClient cdf = new ScriptedClient();
    private final List<Secret> rejected = new ArrayList<>();

    private final CdfAccess access = new CdfAccess() {
        @Override
        public String project() {
            return "oil-field";
        }

        @Override
        public String principal() {
            return "tester";
        }

        @Override
        public Secret accessToken() {
            return new Secret("token-" + rejected.size());
        }

        @Override
        public void rejected(Secret token) {
            rejected.add(token);
        }
    };

    @Test
    void presentsTheTokenOfTheIdentity() throws IOException {
        cdf.answers(200);

        new TokenClient(cdf).execute(aRequest(), aCall(READ, access));

        assertThat(authorization(0)).isEqualTo("Bearer token-0");
    }

    @Test
    void replacesARejectedTokenOnce() throws IOException {
        cdf.answers(401).answers(200);

        int status =
                new TokenClient(cdf).execute(aRequest(), aCall(READ, access)).status();

        assertThat(status).isEqualTo(200);
        assertThat(rejected).containsExactly(new Secret("token-0"));
        assertThat(authorization(1)).isEqualTo("Bearer token-1");
    }

    @Test
    void acceptsTheSecondRejection() throws IOException {
        cdf.answers(401).answers(401);

        int status =
                new TokenClient(cdf).execute(aRequest(), aCall(READ, access)).status();

        assertThat(status).isEqualTo(401);
        assertThat(cdf.requests).hasSize(2);
    }

    private String authorization(int request) {
        return String.join(",", cdf.requests.get(request).headers().getOrDefault("Authorization", List.of()));
    }
}
