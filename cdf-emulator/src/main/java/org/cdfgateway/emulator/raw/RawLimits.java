package org.cdfgateway.emulator.raw;

/** Limits of RAW: reference/cdf-api-data.md section 10.1. */
final class RawLimits {

    static final int MAX_DATABASE_NAME = 32;
    static final int MAX_TABLE_NAME = 64;
    static final int MAX_NAMES = 1000;
    static final int MAX_INSERTED_ROWS = 10_000;
    static final int MAX_DELETED_ROWS = 10_000;
    static final int MAX_KEY = 1024;
    static final int MAX_ROW_BYTES = 5 * 1024 * 1024;
    static final int MAX_VALUE = 2_621_440;
    static final int MAX_PAGE = 10_000;
    static final int DEFAULT_PAGE = 25;
    static final int MAX_NAME_PAGE = 1000;
    static final int MAX_CURSORS = 10_000;
    static final int DEFAULT_CURSORS = 10;

    private RawLimits() {}
}
