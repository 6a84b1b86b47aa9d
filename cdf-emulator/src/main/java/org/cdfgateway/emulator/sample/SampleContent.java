package org.cdfgateway.emulator.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.datapoint.PointStore;
import org.cdfgateway.emulator.raw.RawStore;
import org.cdfgateway.emulator.resource.ClassicResources;
import org.cdfgateway.emulator.resource.DataSetSchema;
import org.cdfgateway.emulator.resource.IdSource;
import org.cdfgateway.emulator.resource.LabelSchema;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.Metadata;
import org.jspecify.annotations.Nullable;

/** Fills a project with generated content. */
public final class SampleContent {

    private static final Map<String, String> LABELS =
            Map.of("rotating", "Rotating equipment", "static", "Static equipment", "instrument", "Instruments");

    private final ClassicResources resources;
    private final PointStore points;
    private final RawStore raw;
    private final IdSource ids;
    private final long seed;

    public SampleContent(ClassicResources resources, PointStore points, RawStore raw, IdSource ids, long seed) {
        this.resources = resources;
        this.points = points;
        this.raw = raw;
        this.ids = ids;
        this.seed = seed;
    }

    /** @param rawRows in all RAW tables together */
    public void load(int assets, int events, int timeSeries, int rawRows) {
        List<Item> dataSets = new ArrayList<>();
        Long sap = dataSet("src:sap", "SAP", "Maintenance and materials from SAP", dataSets);
        Long pi = dataSet("src:pi", "PI", "Sensor readings from the PI system", dataSets);
        Long alarms = dataSet("src:dcs", "DCS alarms", "Alarms of the control system", dataSets);
        dataSet("src:lims", "LIMS", "Samples of the laboratory", dataSets);
        resources.loadDataSets(dataSets);
        resources.loadLabels(LABELS.keySet().stream().sorted().map(this::label).toList());

        SampleAssets plants = new SampleAssets(ids, seed, sap);
        plants.generate(assets);
        resources.loadAssets(plants.items());
        resources.loadEvents(new SampleEvents(ids, seed, sap, alarms, plants.places()).generate(events));
        resources.loadTimeSeries(new SampleSeries(ids, points, seed, pi, plants.places()).generate(timeSeries));
        new SampleRaw(raw, seed).load(rawRows);
    }

    private Long dataSet(String externalId, String name, String description, List<Item> dataSets) {
        @Nullable Object[] values = new @Nullable Object[DataSetSchema.slots()];
        values[DataSetSchema.EXTERNAL_ID.slot()] = externalId;
        values[DataSetSchema.NAME.slot()] = name;
        values[DataSetSchema.DESCRIPTION.slot()] = description;
        values[DataSetSchema.METADATA.slot()] = Metadata.EMPTY;
        values[DataSetSchema.WRITE_PROTECTED.slot()] = false;
        Item item = new Item(ids.next(), SampleTime.FIRST_IMPORT, SampleTime.FIRST_IMPORT, values);
        dataSets.add(item);
        return item.id();
    }

    private Item label(String externalId) {
        @Nullable Object[] values = new @Nullable Object[LabelSchema.slots()];
        values[LabelSchema.EXTERNAL_ID.slot()] = externalId;
        values[LabelSchema.NAME.slot()] = LABELS.get(externalId);
        return new Item(ids.next(), SampleTime.FIRST_IMPORT, SampleTime.FIRST_IMPORT, values);
    }
}
