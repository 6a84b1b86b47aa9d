package org.cdfgateway.app.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cdfgateway.domain.identity.Secret;

/** The names under which an emulated CDF project is told to other processes, as {@code NAME=value} lines. */
public enum CdfVariable {
    CDF_URL,
    CDF_CONTROL_URL,
    CDF_TOKEN_URL,
    CDF_PROJECT,
    CDF_CLIENT_ID,
    CDF_CLIENT_SECRET;

    /** The project in lines. */
    public static List<String> lines(CdfProject cdf) {
        return Stream.of(values())
                .flatMap(variable -> variable.of(cdf).map(value -> variable + "=" + value).stream())
                .toList();
    }

    /** The project that was told; empty until all of it is. An emulated one tells where it is controlled, too. */
    static Optional<CdfProject> project(Map<String, String> told) {
        if (!Stream.of(values()).allMatch(variable -> told.containsKey(variable.name()))) {
            return Optional.empty();
        }
        return Optional.of(new CdfProject(
                URI.create(String.valueOf(told.get(CDF_URL.name()))),
                Optional.of(URI.create(String.valueOf(told.get(CDF_CONTROL_URL.name())))),
                URI.create(String.valueOf(told.get(CDF_TOKEN_URL.name()))),
                String.valueOf(told.get(CDF_PROJECT.name())),
                String.valueOf(told.get(CDF_CLIENT_ID.name())),
                new Secret(String.valueOf(told.get(CDF_CLIENT_SECRET.name())))));
    }

    private Optional<String> of(CdfProject cdf) {
        return switch (this) {
            case CDF_URL -> Optional.of(cdf.url().toString());
            case CDF_CONTROL_URL -> cdf.controlUrl().map(URI::toString);
            case CDF_TOKEN_URL -> Optional.of(cdf.tokenUrl().toString());
            case CDF_PROJECT -> Optional.of(cdf.project());
            case CDF_CLIENT_ID -> Optional.of(cdf.clientId());
            case CDF_CLIENT_SECRET -> Optional.of(cdf.clientSecret().reveal());
        };
    }
}
