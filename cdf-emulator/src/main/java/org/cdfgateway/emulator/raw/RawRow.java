package org.cdfgateway.emulator.raw;

/**
 * One row of a RAW table.
 *
 * @param hash of the key, which orders rows so that nobody can lean on an order
 * @param columns a JSON object, as it was received
 */
record RawRow(String key, long hash, String columns, long lastUpdatedTime) {

    static RawRow of(String key, String columns, long lastUpdatedTime) {
        return new RawRow(key, KeyHash.of(key), columns, lastUpdatedTime);
    }
}
