package org.cdfgateway.emulator.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.datapoint.PointStore;
import org.cdfgateway.emulator.raw.RawStore;
import org.cdfgateway.emulator.resource.ClassicResources;
import org.cdfgateway.emulator.resource.DataSetSchema;
import org.cdfgateway.emulator.resource.IdSource;
import org.cdfgateway.emulator.resource.LabelSchema;
import org.cdfgateway.emulator.sample.SampleAssets.Place;
import org.cdfgateway.emulator.sequence.SequenceRows;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.Metadata;
import org.jspecify.annotations.Nullable;

/** Fills a project with generated content. */
public final class SampleContent {

    private static final Map<String, String> LABELS =
            Map.of("rotating", "Rotating equipment", "static", "Static equipment", "instrument", "Instruments");

    private static final Map<String, String> LINK_LABELS =
            Map.of("flows-to", "Flows to", "measured-by", "Measured by", "document", "Document");

    private static final int ASSETS_PER_FILE = 5;
    private static final int MAX_FILES = 200_000;
    private static final int MAX_SEQUENCES = 5_000;
    private static final int MAX_LINKS_OF_A_KIND = 100_000;
    private static final int MAX_RUNS = 720;

    private final ClassicResources resources;
    private final PointStore points;
    private final RawStore raw;
    private final SequenceRows rows;
    private final IdSource ids;
    private final long seed;

    public SampleContent(
            ClassicResources resources, PointStore points, RawStore raw, SequenceRows rows, IdSource ids, long seed) {
        this.resources = resources;
        this.points = points;
        this.raw = raw;
        this.rows = rows;
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
        resources.loadLabels(labels(LABELS));

        SampleAssets plants = new SampleAssets(ids, seed, sap);
        plants.generate(assets);
        resources.loadAssets(plants.items());
        resources.loadEvents(new SampleEvents(ids, seed, sap, alarms, plants.places()).generate(events));
        List<Item> series = new SampleSeries(ids, points, seed, pi, plants.places()).generate(timeSeries);
        resources.loadTimeSeries(series);
        new SampleRaw(raw, seed).load(rawRows);
        loadAround(plants.places(), series, assets, dataSets);
    }

    /** Papers, curves, links and extractors, in proportion to the assets. */
    private void loadAround(List<Place> places, List<Item> series, int assets, List<Item> dataSets) {
        List<Item> more = new ArrayList<>();
        Long documents = dataSet("src:docs", "Documents", "Papers from the document management", more);
        resources.loadDataSets(more);
        resources.loadLabels(labels(LINK_LABELS));
        List<Item> files = new SampleFiles(ids, seed, documents, places)
                .generate(Math.min(MAX_FILES, Math.max(1, assets / ASSETS_PER_FILE)));
        resources.loadFiles(files);
        resources.loadSequences(
                new SampleSequences(ids, rows, seed, documents, places).generate(Math.min(MAX_SEQUENCES, assets)));
        resources.loadRelationships(new SampleRelationships(ids, seed, documents)
                .generate(Math.min(MAX_LINKS_OF_A_KIND, assets), places, series, files));
        Map<String, Long> dataSetIds = new HashMap<>();
        dataSets.forEach(dataSet -> dataSetIds.put(DataSetSchema.EXTERNAL_ID.textOf(dataSet), dataSet.id()));
        new SamplePipelines(ids, seed, resources).load(Math.min(MAX_RUNS, assets), dataSetIds);
    }

    private List<Item> labels(Map<String, String> names) {
        return names.keySet().stream()
                .sorted()
                .map(externalId -> label(externalId, String.valueOf(names.get(externalId))))
                .toList();
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

    private Item label(String externalId, String name) {
        @Nullable Object[] values = new @Nullable Object[LabelSchema.slots()];
        values[LabelSchema.EXTERNAL_ID.slot()] = externalId;
        values[LabelSchema.NAME.slot()] = name;
        return new Item(ids.next(), SampleTime.FIRST_IMPORT, SampleTime.FIRST_IMPORT, values);
    }
}
