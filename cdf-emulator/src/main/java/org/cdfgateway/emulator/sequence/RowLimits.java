package org.cdfgateway.emulator.sequence;

/** Limits of sequence rows: reference/cdf-api-resources.md section 8. */
final class RowLimits {

    /** Sequences in one insert or delete. */
    static final int MAX_ITEMS = 1000;

    /** Rows in one insert, in one sequence's delete, on one page. */
    static final int MAX_ROWS = 10_000;

    static final int DEFAULT_PAGE_ROWS = 100;

    /** Values in one insert, nulls included. */
    static final int MAX_VALUES = 100_000;

    /** Columns that one insert names for a sequence. */
    static final int MAX_INSERTED_COLUMNS = 200;

    /** Columns that one read names. */
    static final int MAX_READ_COLUMNS = 400;

    /**
     * What a page can hold, a text counting as several numbers: 10,000 rows of 24 columns of numbers, 300 rows of 200
     * columns of texts.
     */
    static final int PAGE_NUMBERS = 240_000;

    static final int NUMBERS_PER_TEXT = 4;

    private RowLimits() {}
}
