package org.cdfgateway.cdf.row;

import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.jspecify.annotations.Nullable;

/** @param nextCursor where the listing goes on; null at its end, which an empty page is not */
public record RowPage(List<Row> rows, @Nullable String nextCursor) {}
