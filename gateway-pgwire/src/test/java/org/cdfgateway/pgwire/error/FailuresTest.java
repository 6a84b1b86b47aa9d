package org.cdfgateway.pgwire.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.pgwire.message.Diagnostic;
import org.cdfgateway.pgwire.message.Severity;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void tellsForeseenFailuresAsTheyAre() {
        Diagnostic diagnostic = Failures.diagnose(
                Severity.ERROR,
                new GatewayException(ErrorKind.UNDEFINED_TABLE, "no table")
                        .withDetail("d")
                        .withHint("h"));

        assertThat(diagnostic.sqlState()).isEqualTo("42P01");
        assertThat(diagnostic.message()).isEqualTo("no table");
        assertThat(diagnostic.detail()).contains("d");
        assertThat(diagnostic.hint()).contains("h");
    }

    @Test
    void tellsTheCodeThatPostgresItselfReported() {
        GatewayException failure = new GatewayException(ErrorKind.DATA_EXCEPTION, "division by zero")
                .withReportedCode("22012")
                .withHint("h");

        assertThat(Failures.diagnose(Severity.ERROR, failure).sqlState()).isEqualTo("22012");
    }

    @Test
    void hidesUnforeseenFailuresBehindReference() {
        Diagnostic diagnostic = Failures.diagnose(Severity.FATAL, new IllegalStateException("token abc"));

        assertThat(diagnostic.sqlState()).isEqualTo("XX000");
        assertThat(diagnostic.message()).matches("internal error, reference [0-9a-f]{8}");
        assertThat(diagnostic.toString()).doesNotContain("abc");
        assertThat(diagnostic.severity()).isEqualTo(Severity.FATAL);
    }

    @Test
    void warns() {
        assertThat(Failures.warning("careful")).isEqualTo(Diagnostic.of(Severity.WARNING, "01000", "careful"));
    }
}
