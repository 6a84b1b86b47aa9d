package org.cdfgateway.cdf.error;

import java.util.List;
import java.util.Optional;

/**
 * An answer other than success, as far as it could be read (reference/cdf-api-data.md section 1.5).
 *
 * @param message CDF's words, or what stood there instead, shortened
 * @param missing references that CDF does not know, as {@code externalId: a}
 * @param duplicated references that clash, likewise
 * @param missingFields fields that the request lacks
 * @param autoRetryable CDF says that a repetition is safe
 */
public record CdfError(
        int status,
        String message,
        List<String> missing,
        List<String> duplicated,
        List<String> missingFields,
        boolean autoRetryable,
        Optional<String> requestId) {

    public CdfError {
        missing = List.copyOf(missing);
        duplicated = List.copyOf(duplicated);
        missingFields = List.copyOf(missingFields);
    }
}
