package org.cdfgateway.sql.migrate;

import java.util.Optional;

/**
 * Something that a statement reads or writes, by the name that its columns are qualified with.
 *
 * @param qualifier empty when there is none
 * @param written the qualifier as it stands in the rewritten text
 * @param reference where a table of 1.0 is named, empty for anything else
 */
record Relation(String qualifier, String written, Shape shape, Optional<TableReference> reference) {

    static Relation of(String qualifier, Shape shape) {
        return new Relation(qualifier, qualifier, shape, Optional.empty());
    }

    /** What references to the qualifier become; empty when they stay. */
    Optional<String> newQualifier() {
        return reference.flatMap(TableReference::newQualifier);
    }

    /** Whether {@code *} gives other columns than it did, although the table is known to be 1.0's. */
    boolean needsColumnsWrittenOut() {
        return reference
                .filter(table -> table.table().isRenamed() && table.table().hasRenamedColumns())
                .isPresent();
    }
}
