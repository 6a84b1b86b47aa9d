package org.cdfgateway.emulator.sample;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.cdfgateway.emulator.resource.AssetSchema;
import org.cdfgateway.emulator.resource.IdSource;
import org.cdfgateway.emulator.resource.SequenceSchema;
import org.cdfgateway.emulator.sample.SampleAssets.Place;
import org.cdfgateway.emulator.schema.Column;
import org.cdfgateway.emulator.schema.ColumnValue;
import org.cdfgateway.emulator.schema.Columns;
import org.cdfgateway.emulator.sequence.SequenceRows;
import org.cdfgateway.emulator.sequence.SequenceRows.Row;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.Metadata;

/** Performance curves of pumps: head, power and efficiency by flow. */
final class SampleSequences {

    private static final String PUMP = "P";
    private static final int CURVE_ROWS = 25;
    private static final int FLOW_STEP = 10;

    private final IdSource ids;
    private final SequenceRows rows;
    private final long seed;
    private final Long dataSetId;
    private final List<Place> places;

    SampleSequences(IdSource ids, SequenceRows rows, long seed, Long dataSetId, List<Place> places) {
        this.ids = ids;
        this.rows = rows;
        this.seed = Noise.bits(seed, 505);
        this.dataSetId = dataSetId;
        this.places = places;
    }

    List<Item> generate(int count) {
        List<Item> sequences = new ArrayList<>();
        for (Place place : places) {
            if (sequences.size() < count && place.equipment().term().code().equals(PUMP)) {
                Item sequence = curve(place.asset(), sequences.size());
                rows.put(sequence.id(), rows(Noise.bits(seed, sequences.size())), allColumns());
                sequences.add(sequence);
            }
        }
        return sequences;
    }

    private static BitSet allColumns() {
        BitSet all = new BitSet();
        all.set(0, 5);
        return all;
    }

    private Item curve(Item pump, int number) {
        long created = SampleTime.created(number) + 5 * SampleTime.DAY;
        Columns columns = Columns.of(List.of(
                column(0, "flow", "Flow in m3/h", ColumnValue.LONG, created),
                column(1, "head", "Head in m", ColumnValue.DOUBLE, created),
                column(2, "power", "Power in kW", ColumnValue.DOUBLE, created),
                column(3, "efficiency", "Efficiency in percent", ColumnValue.DOUBLE, created),
                column(4, "remark", "Remark of the test bench", ColumnValue.STRING, created)));
        return new Values(SequenceSchema.fields())
                .with(SequenceSchema.EXTERNAL_ID, AssetSchema.EXTERNAL_ID.textOf(pump) + ".CURVE")
                .with(SequenceSchema.NAME, "Pump curve " + AssetSchema.NAME.textOf(pump))
                .with(SequenceSchema.DESCRIPTION, "Measured at acceptance of " + AssetSchema.NAME.textOf(pump))
                .with(SequenceSchema.ASSET_ID, pump.id())
                .with(SequenceSchema.ASSET_ROOT_ID, AssetSchema.ROOT_ID.of(pump))
                .with(SequenceSchema.DATA_SET_ID, dataSetId)
                .with(
                        SequenceSchema.METADATA,
                        Metadata.of("kind", "pump curve", "rpm", number % 2 == 0 ? "1480" : "2960"))
                .with(SequenceSchema.COLUMNS, columns)
                .toItem(ids.next(), created);
    }

    private static Column column(int key, String externalId, String description, ColumnValue type, long created) {
        String name = Character.toUpperCase(externalId.charAt(0)) + externalId.substring(1);
        return new Column(key, externalId, name, description, type, null, created, created);
    }

    private static List<Row> rows(long own) {
        double shutOffHead = 60 + Noise.unit(own, 1) * 40;
        List<Row> rows = new ArrayList<>(CURVE_ROWS);
        for (int i = 0; i < CURVE_ROWS; i++) {
            double part = (double) i / CURVE_ROWS;
            double head = rounded(shutOffHead * (1 - 0.6 * part * part));
            double efficiency = rounded(82 * (1 - 4 * (part - 0.6) * (part - 0.6)));
            long flow = (long) i * FLOW_STEP;
            double power = rounded(20 + flow * head / 367);
            rows.add(new Row(i, flow, head, power, efficiency, i == 0 ? "shut-off" : null));
        }
        return rows;
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
