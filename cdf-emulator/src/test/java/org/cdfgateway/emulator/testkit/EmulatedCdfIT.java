package org.cdfgateway.emulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.fault.Fault;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmulatedCdfIT {

    @Nested
    class InAnInstanceField {

        @RegisterExtension
        final EmulatedCdf cdf = new EmulatedCdf();

        @Test
        void runsDuringTheTest() {
            assertThat(cdf.uri("/assets").toString()).startsWith(cdf.baseUri() + "/api/v1/projects/demo/");
            assertThat(cdf.tokenUri()).isEqualTo(cdf.emulator().tokenUri());
            assertThat(cdf.token()).isNotEqualTo(cdf.token());
            assertThat(cdf.client().id()).isEqualTo("demo-client");
        }
    }

    @Nested
    @ExtendWith(EmulatedCdf.class)
    class Injected {

        @RepeatedTest(2)
        void beginsEachTestInFairWeather(EmulatedCdf cdf, CdfEmulator emulator) {
            assertThat(cdf.emulator()).isSameAs(emulator);
            assertThat(cdf.faults().rules()).isEmpty();
            assertThat(emulator.clock().shift()).isZero();
            assertThat(cdf.counters().all()).isEmpty();

            cdf.faults().next(1, "*", Fault.dropAfter());
            emulator.clock().advance(Duration.ofHours(1));
            cdf.counters().request("GET /x");
        }
    }

    @Test
    void tellsThatItDoesNotRun() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new EmulatedCdf().baseUri())
                .withMessageContaining("@RegisterExtension");
    }
}
