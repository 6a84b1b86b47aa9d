package org.cdfgateway.domain.table;

/** The statements that change rows. COPY FROM is an {@link #INSERT}. */
public enum RowChange {
    INSERT,
    UPDATE,
    DELETE
}
