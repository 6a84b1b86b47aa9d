package org.cdfgateway.sql.migrate;

/** Tokens by number, from {@code from} to before {@code to}. */
record Span(int from, int to) {

    boolean isEmpty() {
        return from >= to;
    }

    Span startingAt(int newFrom) {
        return new Span(newFrom, to);
    }
}
