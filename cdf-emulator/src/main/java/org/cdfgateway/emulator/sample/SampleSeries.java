package org.cdfgateway.emulator.sample;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.datapoint.PointStore;
import org.cdfgateway.emulator.resource.AssetSchema;
import org.cdfgateway.emulator.resource.IdSource;
import org.cdfgateway.emulator.resource.TimeSeriesSchema;
import org.cdfgateway.emulator.sample.SampleAssets.Place;
import org.cdfgateway.emulator.sample.Vocabulary.Quantity;
import org.cdfgateway.emulator.sample.Vocabulary.Term;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.Metadata;
import org.cdfgateway.emulator.unit.UnitCatalog;
import org.jspecify.annotations.Nullable;

/** Sensors at the equipment with a year of points; one in 26 is the equipment's state, in words. */
final class SampleSeries {

    private static final int STATE_ONE_IN = 26;
    private static final int HOURLY_ONE_IN = 10;
    private static final int SLOW_HOURS = 6;
    private static final int POINTS_PER_STATE = 12;

    private static final Quantity STATE = new Quantity(new Term("STATE", "operating state"), "", "", 0, 0);

    private final IdSource ids;
    private final PointStore points;
    private final long seed;
    private final Long dataSetId;
    private final List<Place> places;

    SampleSeries(IdSource ids, PointStore points, long seed, Long dataSetId, List<Place> places) {
        this.ids = ids;
        this.points = points;
        this.seed = Noise.bits(seed, 202);
        this.dataSetId = dataSetId;
        this.places = places;
    }

    List<Item> generate(int count) {
        List<Item> series = new ArrayList<>(count);
        for (int round = 0; series.size() < count && !places.isEmpty(); round++) {
            for (int i = 0; i < places.size() && series.size() < count; i++) {
                series.add(one(places.get(i), round, series.size()));
            }
        }
        return series;
    }

    private Item one(Place place, int round, int number) {
        boolean isState = number % STATE_ONE_IN == STATE_ONE_IN - 1;
        List<Quantity> measured = place.equipment().measured();
        Quantity quantity = isState ? STATE : measured.get(round % measured.size());
        int earlier = isState ? round : round / measured.size();
        Item item = item(place.asset(), quantity, isState, earlier, number);
        boolean isHourly = number % HOURLY_ONE_IN == 0;
        long step = isHourly ? SampleTime.HOUR : SLOW_HOURS * SampleTime.HOUR;
        int size = (int) (SampleTime.YEAR / step);
        long own = Noise.bits(seed, number);
        if (isState) {
            points.loadTexts(item.id(), SampleTime.START, step, size, index -> state(own, index));
        } else {
            Signal signal = Signal.of(quantity, own, (double) SampleTime.DAY / step);
            points.loadNumbers(item.id(), SampleTime.START, step, size, signal::at);
        }
        return item;
    }

    private static String state(long own, int index) {
        return Vocabulary.STATES.get(Noise.below(Vocabulary.STATES.size(), own, index / POINTS_PER_STATE));
    }

    /** @param earlier sensors of the same kind that the asset may have already */
    private Item item(Item asset, Quantity quantity, boolean isState, int earlier, int number) {
        @Nullable Object[] values = new @Nullable Object[TimeSeriesSchema.slots()];
        for (Field field : List.of(
                TimeSeriesSchema.METADATA,
                TimeSeriesSchema.SECURITY_CATEGORIES,
                TimeSeriesSchema.ACCESS_CATEGORIES,
                TimeSeriesSchema.IS_STEP)) {
            values[field.slot()] = field.absent();
        }
        String ending = earlier == 0 ? "" : Integer.toString(earlier + 1);
        values[TimeSeriesSchema.EXTERNAL_ID.slot()] =
                AssetSchema.EXTERNAL_ID.textOf(asset) + "." + quantity.term().code() + ending;
        values[TimeSeriesSchema.NAME.slot()] =
                AssetSchema.NAME.textOf(asset) + " " + quantity.term().words() + ending;
        values[TimeSeriesSchema.DESCRIPTION.slot()] =
                quantity.term().words() + " of " + AssetSchema.DESCRIPTION.textOf(asset);
        values[TimeSeriesSchema.IS_STRING.slot()] = isState;
        values[TimeSeriesSchema.TYPE.slot()] = isState ? "string" : "numeric";
        values[TimeSeriesSchema.ASSET_ID.slot()] = asset.id();
        values[TimeSeriesSchema.ASSET_ROOT_ID.slot()] = AssetSchema.ROOT_ID.of(asset);
        values[TimeSeriesSchema.DATA_SET_ID.slot()] = dataSetId;
        if (!isState) {
            values[TimeSeriesSchema.UNIT.slot()] = quantity.unit();
            values[TimeSeriesSchema.UNIT_EXTERNAL_ID.slot()] = quantity.unitExternalId();
            values[TimeSeriesSchema.UNIT_QUANTITY.slot()] =
                    UnitCatalog.standard().quantityOf(quantity.unitExternalId()).orElseThrow();
            values[TimeSeriesSchema.METADATA.slot()] =
                    Metadata.of("sensor", quantity.term().code(), "scan", number % HOURLY_ONE_IN == 0 ? "1h" : "6h");
        }
        long created = SampleTime.created(number) + 2 * SampleTime.DAY;
        return new Item(ids.next(), created, created, values);
    }
}
