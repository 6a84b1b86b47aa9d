package org.cdfgateway.cdf.raw;

import org.cdfgateway.domain.row.Row;

/** @param key of the row in RAW, whether the row shows it or not */
record KeyedRow(String key, Row row) {}
