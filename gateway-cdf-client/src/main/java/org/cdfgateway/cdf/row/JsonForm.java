package org.cdfgateway.cdf.row;

import static org.cdfgateway.domain.table.builtin.BuiltInTables.EXTRACTION_PIPELINES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.FILES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.LABELS;

import java.util.Map;
import org.cdfgateway.domain.table.Column;

/** How a column's value stands in CDF's JSON. */
enum JsonForm {
    /** As its type suggests. */
    PLAIN,

    /** An array of one, which CDF has without the array. */
    ONE_OF_ARRAY,

    /** CDF writes 0 where there is none (reference/cdf-api-resources.md section 12.1). */
    ZERO_IS_NULL,

    /** An array, which CDF leaves out when it is empty, but not in every answer (section 1.5). */
    EMPTY_IS_NULL;

    private static final Map<Column, JsonForm> SPECIAL = Map.of(
            FILES.column("labels"), EMPTY_IS_NULL,
            LABELS.column("data_set_id"), ONE_OF_ARRAY,
            EXTRACTION_PIPELINES.column("last_success"), ZERO_IS_NULL,
            EXTRACTION_PIPELINES.column("last_failure"), ZERO_IS_NULL,
            EXTRACTION_PIPELINES.column("last_seen"), ZERO_IS_NULL);

    static JsonForm of(Column column) {
        return SPECIAL.getOrDefault(column, PLAIN);
    }
}
