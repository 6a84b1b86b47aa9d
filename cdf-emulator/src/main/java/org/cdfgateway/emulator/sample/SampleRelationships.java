package org.cdfgateway.emulator.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.resource.AssetSchema;
import org.cdfgateway.emulator.resource.FileSchema;
import org.cdfgateway.emulator.resource.IdSource;
import org.cdfgateway.emulator.resource.RelationshipSchema;
import org.cdfgateway.emulator.resource.TimeSeriesSchema;
import org.cdfgateway.emulator.sample.SampleAssets.Place;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/** Which equipment feeds which, which sensor belongs to it, which paper describes it. */
final class SampleRelationships {

    private final IdSource ids;
    private final long seed;
    private final Long dataSetId;
    private final List<Item> relationships = new ArrayList<>();

    SampleRelationships(IdSource ids, long seed, Long dataSetId) {
        this.ids = ids;
        this.seed = Noise.bits(seed, 606);
        this.dataSetId = dataSetId;
    }

    /** @param max of each kind */
    List<Item> generate(int max, List<Place> places, List<Item> series, List<Item> files) {
        Map<Long, String> assets = new HashMap<>();
        places.forEach(place -> assets.put(place.asset().id(), AssetSchema.EXTERNAL_ID.textOf(place.asset())));
        for (int i = 0; i + 1 < places.size() && i < max; i++) {
            add(
                    "asset",
                    AssetSchema.EXTERNAL_ID.textOf(places.get(i).asset()),
                    "asset",
                    AssetSchema.EXTERNAL_ID.textOf(places.get(i + 1).asset()),
                    "flows-to");
        }
        for (Item one : series.subList(0, Math.min(max, series.size()))) {
            Long assetId = TimeSeriesSchema.ASSET_ID.numberOf(one);
            add(
                    "asset",
                    assetId == null ? null : assets.get(assetId),
                    "timeSeries",
                    TimeSeriesSchema.EXTERNAL_ID.textOf(one),
                    "measured-by");
        }
        for (Item file : files.subList(0, Math.min(max, files.size()))) {
            long[] assetIds = (long[]) FileSchema.ASSET_IDS.of(file);
            add(
                    "file",
                    FileSchema.EXTERNAL_ID.textOf(file),
                    "asset",
                    assetIds == null ? null : assets.get(assetIds[0]),
                    "document");
        }
        return relationships;
    }

    private void add(
            String sourceType, @Nullable String source, String targetType, @Nullable String target, String label) {
        if (source == null || target == null) {
            return;
        }
        int number = relationships.size();
        long own = Noise.bits(seed, number);
        boolean dated = Noise.below(3, own, 1) == 0;
        relationships.add(new Values(RelationshipSchema.fields())
                .with(RelationshipSchema.EXTERNAL_ID, "REL-" + Digits.padded(number, 7))
                .with(RelationshipSchema.SOURCE_TYPE, sourceType)
                .with(RelationshipSchema.SOURCE_EXTERNAL_ID, source)
                .with(RelationshipSchema.TARGET_TYPE, targetType)
                .with(RelationshipSchema.TARGET_EXTERNAL_ID, target)
                .with(RelationshipSchema.CONFIDENCE, Math.round(50 + Noise.unit(own, 2) * 50) / 100.0)
                .with(RelationshipSchema.START_TIME, dated ? SampleTime.START : null)
                .with(RelationshipSchema.DATA_SET_ID, dataSetId)
                .with(RelationshipSchema.LABELS, new String[] {label})
                .toItem(ids.next(), SampleTime.created(number) + 6 * SampleTime.DAY));
    }
}
