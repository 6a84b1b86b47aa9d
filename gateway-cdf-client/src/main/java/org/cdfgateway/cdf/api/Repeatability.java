package org.cdfgateway.cdf.api;

/** What may happen when a request is sent twice (reference/cdf-api-data.md section 1.7). */
public enum Repeatability {
    /** Changes nothing: repeated after any passing fault. */
    READ,
    /** Writing the same again changes nothing: repeated unless CDF itself failed with 500. */
    UPSERT,
    /** A second one would create twice: repeated only when CDF certainly did not act. */
    ONCE
}
