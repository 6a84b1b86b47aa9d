package org.cdfgateway.emulator.datapoint;

import org.cdfgateway.emulator.unit.UnitConversion;

/** What a page consists of: points as they are stored, or aggregates of them. */
sealed interface PointContent permits PointBuffer, BucketPage {

    /** Points or buckets. */
    int size();

    PointContent converted(UnitConversion conversion);
}
