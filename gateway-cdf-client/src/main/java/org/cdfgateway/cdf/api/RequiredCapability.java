package org.cdfgateway.cdf.api;

/**
 * The access right that a call needs, for example {@code assetsAcl:READ} (reference/cdf-api-data.md section 5.4).
 */
public record RequiredCapability(String acl, String action) {

    @Override
    public String toString() {
        return acl + ":" + action;
    }
}
