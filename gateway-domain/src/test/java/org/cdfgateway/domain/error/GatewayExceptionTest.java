package org.cdfgateway.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GatewayExceptionTest {

    @Test
    void keepsEverythingWhenExtended() {
        IllegalStateException cause = new IllegalStateException("socket closed");

        GatewayException failure = new GatewayException(ErrorKind.IO_ERROR, "CDF cannot be reached")
                .withDetail("api.cognitedata.com")
                .withHint("Try again later.")
                .causedBy(cause);

        assertThat(failure.kind()).isEqualTo(ErrorKind.IO_ERROR);
        assertThat(failure).hasMessage("CDF cannot be reached").hasCause(cause);
        assertThat(failure.detail()).contains("api.cognitedata.com");
        assertThat(failure.hint()).contains("Try again later.");
    }

    @Test
    void kindsAreSpelledAsPostgresqlConditions() {
        assertThat(ErrorKind.FEATURE_NOT_SUPPORTED.conditionName()).isEqualTo("feature_not_supported");
    }
}
