package org.cdfgateway.emulator.datapoint;

import java.util.List;
import java.util.Set;
import org.cdfgateway.emulator.unit.UnitConversion;

/** Buckets, and which of their aggregates were asked for. */
record BucketPage(Set<Aggregate> aggregates, List<Bucket> buckets) implements PointContent {

    @Override
    public int size() {
        return buckets.size();
    }

    @Override
    public BucketPage converted(UnitConversion conversion) {
        return new BucketPage(
                aggregates,
                buckets.stream().map(bucket -> bucket.converted(conversion)).toList());
    }
}
