package org.cdfgateway.pgwire.message;

/**
 * One column of a RowDescription, in text format and of no table.
 *
 * @param typeLength bytes of the binary form, -1 when they vary
 */
public record FieldDescription(String name, int typeOid, int typeLength) {}
