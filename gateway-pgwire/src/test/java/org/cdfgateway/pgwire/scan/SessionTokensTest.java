package org.cdfgateway.pgwire.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.identity.SessionFixture;
import org.junit.jupiter.api.Test;

class SessionTokensTest {
    private final SessionTokens tokens = new SessionTokens();
    private final List<String> events = new ArrayList<>();

    @Test
    void letsEachTokenInOnce() {
        SessionBinding binding = register();

        assertThat(tokens.redeem(binding.token())).contains(binding);
        assertThat(tokens.redeem(binding.token())).isEmpty();
    }

    @Test
    void letsNobodyElseIn() {
        register();

        assertThat(tokens.redeem("")).isEmpty();
        assertThat(tokens.redeem("0".repeat(60))).isEmpty();
    }

    @Test
    void forgetsTokensOfEndedSessions() {
        SessionBinding binding = register();

        binding.close();

        assertThat(tokens.redeem(binding.token())).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void fitsIntoAnApplicationName() {
        assertThat(register().token()).hasSizeLessThan(64).matches("[0-9a-f]+");
        assertThat(register().token()).isNotEqualTo(register().token());
    }

    @Test
    void endsTheConnectionWithTheSession() {
        SessionBinding binding = register();
        assertThat(binding.connected(() -> events.add("hung up"))).isTrue();

        binding.close();
        binding.close();
        binding.disconnected();

        assertThat(events).containsExactly("hung up");
        assertThat(binding.isConnected()).isFalse();
    }

    @Test
    void tellsWhenTheConnectionIsLost() {
        SessionBinding binding = register();
        binding.connected(() -> events.add("hung up"));

        binding.disconnected();
        binding.close();

        assertThat(events).containsExactly("lost");
    }

    @Test
    void refusesConnectionsOfEndedSessions() {
        SessionBinding binding = register();
        binding.close();

        assertThat(binding.connected(() -> events.add("hung up"))).isFalse();
    }

    private SessionBinding register() {
        return tokens.register(SessionFixture.aSession(), warning -> {}, () -> events.add("lost"));
    }
}
