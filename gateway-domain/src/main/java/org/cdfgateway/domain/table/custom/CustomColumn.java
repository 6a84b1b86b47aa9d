package org.cdfgateway.domain.table.custom;

/**
 * One declared column of a RAW table.
 *
 * @param name the SQL name, and the name of the column in RAW
 */
public record CustomColumn(String name, CustomColumnType type) {}
