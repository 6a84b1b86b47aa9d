package org.cdfgateway.domain.table;

/** What INSERT and UPDATE may do with a column. */
public enum WriteRule {
    /** CDF decides the value; writing one is an error. */
    READ_ONLY(Insertion.REFUSED, Change.REFUSED),
    /** Null or absent means that CDF's field stays unset; UPDATE sets and clears it. */
    WRITABLE(Insertion.OPTIONAL, Change.SET_OR_CLEAR),
    /** Null or absent is an error; UPDATE sets it. */
    REQUIRED(Insertion.REQUIRED, Change.SET),
    /** Null or absent on INSERT means CDF's default; UPDATE sets it, it cannot be cleared. */
    DEFAULTED(Insertion.OPTIONAL, Change.SET),
    /** May be given on INSERT and stays as it is. */
    FIXED(Insertion.OPTIONAL, Change.REFUSED),
    /** Must be given on INSERT and stays as it is. */
    FIXED_REQUIRED(Insertion.REQUIRED, Change.REFUSED);

    private enum Insertion {
        REFUSED,
        OPTIONAL,
        REQUIRED
    }

    private enum Change {
        REFUSED,
        SET,
        SET_OR_CLEAR
    }

    private final Insertion insertion;
    private final Change change;

    WriteRule(Insertion insertion, Change change) {
        this.insertion = insertion;
        this.change = change;
    }

    /** Whether INSERT may give a value. */
    public boolean insertable() {
        return insertion != Insertion.REFUSED;
    }

    /** Whether INSERT must give a value. */
    public boolean required() {
        return insertion == Insertion.REQUIRED;
    }

    /** Whether UPDATE may give a value. */
    public boolean updatable() {
        return change != Change.REFUSED;
    }

    /** Whether UPDATE may set it to null. */
    public boolean clearable() {
        return change == Change.SET_OR_CLEAR;
    }
}
