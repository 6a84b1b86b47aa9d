package org.cdfgateway.domain.table.custom;

import java.util.List;
import java.util.Optional;

/**
 * What some rows of a RAW table have in common.
 *
 * @param rows that were looked at
 * @param isWhole whether these are all rows of the table
 * @param columns every column that one of the rows has, in the order they were met
 */
public record RawSample(long rows, boolean isWhole, List<SampledColumn> columns) {

    public RawSample {
        columns = List.copyOf(columns);
    }

    public Optional<SampledColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
