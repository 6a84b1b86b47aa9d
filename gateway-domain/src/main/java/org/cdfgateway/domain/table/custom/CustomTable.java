package org.cdfgateway.domain.table.custom;

import java.time.Instant;

/**
 * What an administrator has added to one gateway user's database.
 *
 * @param name of the table in schema {@code public}; of the schema when the source is a data model. 1 to 63 bytes, as
 *     given, case matters
 */
public record CustomTable(String name, CustomSource source, Instant createdTime) {}
