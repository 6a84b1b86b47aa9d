package org.cdfgateway.domain.table;

/**
 * Why a table refuses a kind of statement.
 *
 * @param reason one sentence about CDF, without its full stop, for example {@code CDF has no call that changes a label}
 * @param hint what to do instead, a sentence with its full stop; blank when there is nothing to suggest
 */
public record Refusal(String reason, String hint) {}
