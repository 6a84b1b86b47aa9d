package org.cdfgateway.auth.store;

import org.cdfgateway.domain.identity.Secret;

/**
 * Where the store is and how to log in to it.
 *
 * @param jdbcUrl for example {@code jdbc:postgresql://store.example.org:5432/gateway?sslmode=verify-full}
 * @param user may create a schema, or owns the schema {@code cdf_gateway}
 */
public record StoreSettings(String jdbcUrl, String user, Secret password) {
    private static final String PREFIX = "jdbc:postgresql:";

    public StoreSettings {
        if (!jdbcUrl.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "jdbcUrl: " + withoutParameters(jdbcUrl) + " (expected: " + PREFIX + "...)");
        }
    }

    /** The address without its parameters, which may hold a password. */
    String place() {
        return withoutParameters(jdbcUrl);
    }

    private static String withoutParameters(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    @Override
    public String toString() {
        return "StoreSettings[place=" + place() + ", user=" + user + "]";
    }
}
