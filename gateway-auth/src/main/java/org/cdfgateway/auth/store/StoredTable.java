package org.cdfgateway.auth.store;

import java.time.Instant;

/**
 * One custom table.
 *
 * @param name 1 to 63 bytes, case matters
 * @param definition what it shows, in a form that is its owner's business
 * @param relations how many tables it is in SQL, 1 or more
 */
public record StoredTable(String name, String definition, int relations, Instant createdTime) {}
