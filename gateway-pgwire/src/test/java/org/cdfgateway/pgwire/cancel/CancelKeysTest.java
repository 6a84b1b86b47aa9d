package org.cdfgateway.pgwire.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.pgwire.message.CancelKey;
import org.junit.jupiter.api.Test;

class CancelKeysTest {
    private final CancelKeys keys = new CancelKeys();
    private final List<String> cancelled = new ArrayList<>();

    @Test
    void cancelsWhatTheKeyIsFor() {
        CancelKey first = keys.register(32, () -> cancelled.add("first")).key();
        keys.register(4, () -> cancelled.add("second"));

        keys.cancel(new CancelKey(first.processId(), first.secret()));

        assertThat(first.secret()).hasSize(32);
        assertThat(cancelled).containsExactly("first");
    }

    @Test
    void ignoresWrongSecretsAndUnknownProcesses() {
        CancelKey key = keys.register(4, () -> cancelled.add("x")).key();

        keys.cancel(new CancelKey(key.processId(), new byte[4]));
        keys.cancel(new CancelKey(key.processId(), new byte[0]));
        keys.cancel(new CancelKey(key.processId() + 1, key.secret()));

        assertThat(cancelled).isEmpty();
    }

    @Test
    void forgetsClosedRegistrations() {
        CancelKeys.Registration registration = keys.register(4, () -> cancelled.add("x"));

        registration.close();
        keys.cancel(registration.key());

        assertThat(cancelled).isEmpty();
    }

    @Test
    void usesTheWishedProcessIdUnlessItIsTaken() {
        CancelKey first = keys.register(17, 4, () -> {}).key();
        CancelKey second = keys.register(17, 4, () -> {}).key();

        assertThat(first.processId()).isEqualTo(17);
        assertThat(second.processId()).isNotEqualTo(17).isPositive();
    }
}
