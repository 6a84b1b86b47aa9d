package org.cdfgateway.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.error.GatewayException;
import org.junit.jupiter.api.Test;

class StartedPartsTest {

    private final List<String> stopped = new ArrayList<>();
    private final StartedParts parts = new StartedParts();

    @Test
    void stopsTheLastStartedFirst() {
        parts.add(() -> stopped.add("first"));
        parts.add(() -> stopped.add("second"));

        parts.close();
        parts.close();

        assertThat(stopped).containsExactly("second", "first");
    }

    @Test
    void goesOnWhenAPartCannotBeStopped() {
        parts.add(() -> stopped.add("first"));
        parts.add(() -> {
            throw new IllegalStateException("stuck");
        });

        parts.close();

        assertThat(stopped).containsExactly("first");
    }

    @Test
    void stopsWhatIsAddedTooLate() {
        parts.close();

        assertThatThrownBy(() -> parts.add(() -> stopped.add("late")))
                .isInstanceOf(GatewayException.class)
                .hasMessage("stopped while starting");
        assertThat(stopped).containsExactly("late");
    }
}
