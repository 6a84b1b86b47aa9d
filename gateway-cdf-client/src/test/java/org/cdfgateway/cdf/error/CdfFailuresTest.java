package org.cdfgateway.cdf.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cdfgateway.cdf.api.Operation;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CdfFailuresTest {
    private static final Operation READ = Operation.read("list assets", "assets", "assetsAcl");
    private static final Operation CREATE = Operation.create("create assets", "assets", "assetsAcl");

    private static CdfError anError(int status, List<String> missing, List<String> duplicated) {
        return new CdfError(status, "CDF's words", missing, duplicated, List.of(), false, Optional.of("r-1"));
    }

    private static GatewayException failure(Operation operation, CdfError error) {
        return CdfFailures.answered(operation, error, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_PARAMETER_VALUE",
        "401, INVALID_AUTHORIZATION_SPECIFICATION",
        "403, INSUFFICIENT_PRIVILEGE",
        "404, UNDEFINED_TABLE",
        "408, IO_ERROR",
        "409, INVALID_PARAMETER_VALUE",
        "413, INVALID_PARAMETER_VALUE",
        "422, INVALID_PARAMETER_VALUE",
        "429, CONFIGURATION_LIMIT_EXCEEDED",
        "302, IO_ERROR",
        "500, IO_ERROR",
        "503, IO_ERROR",
    })
    void everyStatusOfAReadHasItsKind(int status, ErrorKind kind) {
        assertThat(failure(READ, anError(status, List.of(), List.of())).kind()).isEqualTo(kind);
    }

    @Test
    void duplicatesOfAWriteAreUniqueViolations() {
        GatewayException failure = failure(CREATE, anError(409, List.of(), List.of("externalId: a")));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNIQUE_VIOLATION);
        assertThat(failure).hasMessage("could not create assets: CDF has items with these keys already");
        assertThat(failure.detail())
                .contains("Duplicated: externalId: a.\nCDF says (409): CDF's words\nRequest id: r-1");
    }

    @Test
    void unknownReferencesOfAWriteAreForeignKeyViolations() {
        GatewayException failure = failure(CREATE, anError(400, List.of("id: 7"), List.of()));

        assertThat(failure.kind()).isEqualTo(ErrorKind.FOREIGN_KEY_VIOLATION);
        assertThat(failure.detail().orElseThrow()).startsWith("Missing: id: 7.");
    }

    @Test
    void unknownReferencesOfAReadAreNot() {
        assertThat(failure(READ, anError(400, List.of("id: 7"), List.of())).kind())
                .isEqualTo(ErrorKind.INVALID_PARAMETER_VALUE);
    }

    @Test
    void aMissingCapabilityIsNamed() {
        GatewayException failure = failure(CREATE, anError(403, List.of(), List.of()));

        assertThat(failure).hasMessage("not allowed to create assets in CDF");
        assertThat(failure.hint().orElseThrow()).contains("assetsAcl:WRITE");
    }

    @Test
    void throttlingSaysWhenToTryAgain() {
        GatewayException failure =
                CdfFailures.answered(READ, anError(429, List.of(), List.of()), Optional.of(Duration.ofSeconds(30)));

        assertThat(failure.hint()).contains("Try again after 30 s.");
    }

    @Test
    void aWriteThatMayHaveHappenedSaysSo() {
        assertThat(failure(CREATE, anError(503, List.of(), List.of())).hint().orElseThrow())
                .contains("It is not known whether CDF has carried out this request");
    }

    @Test
    void theListOfKeysIsBounded() {
        List<String> keys =
                IntStream.range(0, 1_000).mapToObj(i -> "x".repeat(1_000) + i).toList();

        String detail = failure(CREATE, anError(409, List.of(), keys)).detail().orElseThrow();

        assertThat(detail).contains(" and 990 more.").hasSizeLessThan(5_000);
    }
}
