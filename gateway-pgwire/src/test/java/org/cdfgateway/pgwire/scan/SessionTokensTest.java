package org.cdfgateway.pgwire.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.identity.SessionFixture;
import org.cdfgateway.domain.port.inbound.RecordingClient;
import org.junit.jupiter.api.Test;

class SessionTokensTest {
    private final SessionTokens tokens = new SessionTokens();
    private final List<String> events = new ArrayList<>();

    @Test
    void findsTheSessionOfATokenAgainAndAgain() {
        SessionBinding binding = register();

        assertThat(tokens.find(binding.token())).contains(binding);
        assertThat(tokens.find(binding.token())).contains(binding);
    }

    @Test
    void letsNobodyElseIn() {
        register();

        assertThat(tokens.find("")).isEmpty();
        assertThat(tokens.find("0".repeat(60))).isEmpty();
    }

    @Test
    void forgetsTokensOfEndedSessions() {
        SessionBinding binding = register();

        binding.close();

        assertThat(tokens.find(binding.token())).isEmpty();
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

        assertThat(events).containsExactly("hung up");
    }

    @Test
    void letsALaterConnectionReplaceAnEarlierOne() {
        SessionBinding binding = register();
        binding.connected(() -> events.add("first hung up"));
        binding.connected(() -> events.add("second hung up"));
        assertThat(events).containsExactly("first hung up");

        binding.close();

        assertThat(events).containsExactly("first hung up", "second hung up");
    }

    @Test
    void refusesConnectionsOfEndedSessions() {
        SessionBinding binding = register();
        binding.close();

        assertThat(binding.connected(() -> events.add("hung up"))).isFalse();
    }

    private SessionBinding register() {
        return tokens.register(SessionFixture.aSession(), new RecordingClient());
    }
}
