package org.cdfgateway.emulator.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.resource.ClassicResources;
import org.cdfgateway.emulator.resource.IdSource;
import org.cdfgateway.emulator.resource.PipelineSchema;
import org.cdfgateway.emulator.resource.RunSchema;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.Metadata;
import org.jspecify.annotations.Nullable;

/** The extractors that brought everything here, with a run every hour of the last weeks. */
final class SamplePipelines {

    private static final List<String> FAILURES =
            List.of("No connection to the source", "Login refused by the source", "Timeout after 300 s");

    /** One extractor: what it reads, when, into which RAW table. */
    private record Extractor(
            String externalId,
            String name,
            String source,
            String dataSet,
            String schedule,
            String database,
            String table) {}

    private static final List<Extractor> EXTRACTORS = List.of(
            new Extractor(
                    "extract-sap-work-orders", "SAP work orders", "SAP", "src:sap", "0 * * * *", "sap", "work_orders"),
            new Extractor("extract-sap-materials", "SAP materials", "SAP", "src:sap", "@hourly", "sap", "materials"),
            new Extractor("extract-pi-points", "PI points", "PI", "src:pi", "Continuous", "pi", "tag_config"),
            new Extractor("extract-dcs-alarms", "DCS alarms", "DCS", "src:dcs", "Continuous", "dcs", "alarms"),
            new Extractor("extract-lims-samples", "LIMS samples", "LIMS", "src:lims", "@every 1h", "lims", "samples"));

    private final IdSource ids;
    private final long seed;
    private final ClassicResources resources;

    SamplePipelines(IdSource ids, long seed, ClassicResources resources) {
        this.ids = ids;
        this.seed = Noise.bits(seed, 707);
        this.resources = resources;
    }

    /**
     * @param runs of each
     * @param dataSets ids by external id
     */
    void load(int runs, Map<String, Long> dataSets) {
        List<Item> pipelines = EXTRACTORS.stream()
                .map(extractor -> pipeline(extractor, dataSets.get(extractor.dataSet())))
                .toList();
        resources.loadPipelines(pipelines);
        for (int i = 0; i < pipelines.size(); i++) {
            resources.loadRuns(pipelines.get(i).id(), runs(pipelines.get(i), runs, Noise.bits(seed, i)));
        }
    }

    private Item pipeline(Extractor extractor, @Nullable Long dataSetId) {
        return new Values(PipelineSchema.fields())
                .with(PipelineSchema.EXTERNAL_ID, extractor.externalId())
                .with(PipelineSchema.NAME, extractor.name())
                .with(PipelineSchema.DESCRIPTION, "Brings " + extractor.name() + " into CDF")
                .with(PipelineSchema.DATA_SET_ID, dataSetId)
                .with(
                        PipelineSchema.RAW_TABLES,
                        List.of(Map.of("dbName", extractor.database(), "tableName", extractor.table())))
                .with(PipelineSchema.SCHEDULE, extractor.schedule())
                .with(
                        PipelineSchema.CONTACTS,
                        List.of(Map.of(
                                "name", "Operations", "email", "operations@example.org", "sendNotification", true)))
                .with(PipelineSchema.METADATA, Metadata.of("host", "edge-" + extractor.database()))
                .with(PipelineSchema.SOURCE, extractor.source())
                .with(PipelineSchema.CREATED_BY, "demo")
                .toItem(ids.next(), SampleTime.FIRST_IMPORT);
    }

    private List<Item> runs(Item pipeline, int count, long own) {
        List<Item> runs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int kind = Noise.below(20, own, i);
            String status = kind == 0 ? "failure" : kind < 12 ? "success" : "seen";
            runs.add(new Values(RunSchema.fields())
                    .with(RunSchema.EXTERNAL_ID, PipelineSchema.EXTERNAL_ID.textOf(pipeline))
                    .with(RunSchema.STATUS, status)
                    .with(RunSchema.MESSAGE, message(status, Noise.bits(own, i)))
                    .toItem(ids.next(), SampleTime.END - (long) (count - i) * SampleTime.HOUR));
        }
        return runs;
    }

    private static @Nullable String message(String status, long own) {
        return switch (status) {
            case "failure" -> FAILURES.get(Noise.below(FAILURES.size(), own, 1));
            case "success" -> Noise.below(5000, own, 2) + " rows";
            default -> null;
        };
    }
}
