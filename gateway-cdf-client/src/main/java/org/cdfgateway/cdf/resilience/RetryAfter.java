package org.cdfgateway.cdf.resilience;

import feign.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.cdfgateway.cdf.error.CdfErrorReader;

/** The Retry-After header: seconds or an HTTP date (RFC 9110 section 10.2.3). */
final class RetryAfter {
    private final Clock clock;

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** What the header asks for; empty when it is absent or senseless. */
    Optional<Duration> of(Response response) {
        return CdfErrorReader.header(response, "retry-after").flatMap(this::parse);
    }

    private Optional<Duration> parse(String value) {
        try {
            return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(value.strip()))));
        } catch (NumberFormatException e) {
            return parseDate(value.strip());
        }
    }

    private Optional<Duration> parseDate(String value) {
        try {
            Duration wait = Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
