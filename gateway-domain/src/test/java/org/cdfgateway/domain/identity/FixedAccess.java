package org.cdfgateway.domain.identity;

/** Access with a token that never expires, for tests that reach no CDF. */
public record FixedAccess(String project, String principal) implements CdfAccess {

    public static FixedAccess anAccess() {
        return new FixedAccess("oil-field", "tester");
    }

    @Override
    public Secret accessToken() {
        return new Secret("token of " + principal);
    }

    @Override
    public void rejected(Secret token) {
        throw new IllegalStateException("a fixed token cannot be replaced");
    }
}
