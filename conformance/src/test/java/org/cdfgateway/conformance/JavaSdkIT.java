package org.cdfgateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cdfgateway.conformance.JavaSdk.all;
import static org.cdfgateway.conformance.JavaSdk.item;

import com.cognite.client.CogniteClient;
import com.cognite.client.Request;
import com.cognite.client.config.UpsertMode;
import com.cognite.client.dto.Asset;
import com.cognite.client.dto.DataSet;
import com.cognite.client.dto.Event;
import com.cognite.client.dto.ExtractionPipeline;
import com.cognite.client.dto.ExtractionPipelineRun;
import com.cognite.client.dto.Item;
import com.cognite.client.dto.Label;
import com.cognite.client.dto.RawRow;
import com.cognite.client.dto.Relationship;
import com.cognite.client.dto.SequenceBody;
import com.cognite.client.dto.SequenceColumn;
import com.cognite.client.dto.SequenceMetadata;
import com.cognite.client.dto.SequenceRow;
import com.cognite.client.dto.TimeseriesMetadata;
import com.cognite.client.dto.TimeseriesPoint;
import com.cognite.client.dto.TimeseriesPointPost;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Cognite's Java SDK does its usual work: loops of create and update, partitions, data points as protobuf. */
@TestInstance(Lifecycle.PER_CLASS)
class JavaSdkIT {
    private JavaSdk sdk;
    private CogniteClient client;

    @BeforeAll
    void start() throws Exception {
        sdk = JavaSdk.start();
        client = sdk.client();
    }

    @AfterAll
    void stop() {
        sdk.close();
    }

    @Test
    void upsertsAndListsAssets() throws Exception {
        List<Asset> assets = IntStream.range(0, 2_500)
                .mapToObj(i -> Asset.newBuilder()
                        .setExternalId("java-asset-" + i)
                        .setName("asset " + i)
                        .setSource("java")
                        .putMetadata("number", "" + i)
                        .build())
                .toList();
        client.assets().upsert(assets);
        List<Asset> changed = client.assets()
                .upsert(assets.stream()
                        .limit(1_200)
                        .map(asset -> asset.toBuilder().setDescription("again").build())
                        .toList());

        List<Asset> listed = all(client.assets().list(Request.create().withFilterParameter("source", "java")));

        assertThat(changed).hasSize(1_200);
        assertThat(listed).hasSize(2_500);
        assertThat(listed)
                .filteredOn(asset -> asset.getDescription().equals("again"))
                .hasSize(1_200);
        assertThat(client.assets().retrieve("java-asset-7"))
                .singleElement()
                .satisfies(asset -> assertThat(asset.getMetadataMap()).containsEntry("number", "7"));
        assertThat(client.assets().delete(List.of(item("java-asset-7")))).hasSize(1);
        assertThat(all(client.assets().list(Request.create().withFilterParameter("source", "java"))))
                .hasSize(2_499);
    }

    @Test
    void replacesWhatItUpserts() throws Exception {
        CogniteClient replacing = client.withClientConfig(sdk.config().withUpsertMode(UpsertMode.REPLACE));
        Event event = Event.newBuilder()
                .setExternalId("java-replaced")
                .setDescription("old")
                .putMetadata("a", "b")
                .build();
        replacing.events().upsert(List.of(event));
        replacing
                .events()
                .upsert(List.of(Event.newBuilder()
                        .setExternalId("java-replaced")
                        .setType("new")
                        .build()));

        assertThat(client.events().retrieve("java-replaced")).singleElement().satisfies(stored -> {
            assertThat(stored.getType()).isEqualTo("new");
            assertThat(stored.getDescription()).isEmpty();
            assertThat(stored.getMetadataMap()).isEmpty();
        });
    }

    @Test
    void synchronizesATreeOfAssets() throws Exception {
        List<Asset> tree = List.of(
                Asset.newBuilder().setExternalId("java-root").setName("root").build(),
                Asset.newBuilder()
                        .setExternalId("java-child")
                        .setName("child")
                        .setParentExternalId("java-root")
                        .build());

        client.assets().synchronizeHierarchy(tree);
        client.assets().synchronizeHierarchy(tree.subList(0, 1));

        assertThat(client.assets().retrieve("java-root")).hasSize(1);
        assertThat(client.assets().retrieve("java-child")).isEmpty();
    }

    @Test
    void writesAndReadsDataPoints() throws Exception {
        client.timeseries()
                .upsert(List.of(
                        TimeseriesMetadata.newBuilder()
                                .setExternalId("java-numbers")
                                .setUnit("bar")
                                .build(),
                        TimeseriesMetadata.newBuilder()
                                .setExternalId("java-texts")
                                .setIsString(true)
                                .build()));
        long start = 1_700_000_000_000L;
        List<TimeseriesPointPost> points = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            points.add(TimeseriesPointPost.newBuilder()
                    .setExternalId("java-numbers")
                    .setTimestamp(start + i * 1_000L)
                    .setValueNum(i / 3.0)
                    .build());
        }
        points.add(TimeseriesPointPost.newBuilder()
                .setExternalId("java-texts")
                .setTimestamp(start)
                .setValueString("läuft")
                .build());
        client.timeseries().dataPoints().upsert(points);

        List<TimeseriesPoint> read = all(client.timeseries().dataPoints().retrieveComplete("java-numbers"));

        assertThat(read).hasSize(30_000);
        assertThat(read.stream().mapToDouble(TimeseriesPoint::getValueNum).max().orElseThrow())
                .isCloseTo(29_999 / 3.0, within(1e-9));
        assertThat(all(client.timeseries().dataPoints().retrieveComplete("java-texts")))
                .extracting(TimeseriesPoint::getValueString)
                .containsExactly("läuft");
        assertThat(client.timeseries().dataPoints().retrieveLatest("java-numbers"))
                .extracting(TimeseriesPoint::getTimestamp)
                .containsExactly(start + 29_999 * 1_000L);
        List<TimeseriesPoint> hourly = all(client.timeseries()
                .dataPoints()
                .retrieve(Request.create()
                        .withItemExternalIds("java-numbers")
                        .withRootParameter("start", start)
                        .withRootParameter("end", start + 30_000_000L)
                        .withRootParameter("granularity", "h")
                        .withRootParameter("aggregates", List.of("count", "average"))));
        assertThat(hourly.stream()
                        .mapToLong(point -> point.getValueAggregates().getCount())
                        .sum())
                .isEqualTo(30_000);
        client.timeseries()
                .dataPoints()
                .delete(List.of(Item.newBuilder()
                        .setExternalId("java-numbers")
                        .setInclusiveBegin(start)
                        .setExclusiveEnd(start + 10_000_000L)
                        .build()));
        assertThat(all(client.timeseries().dataPoints().retrieveComplete("java-numbers")))
                .hasSize(20_000);
    }

    @Test
    void writesAndReadsRaw() throws Exception {
        List<RawRow> rows = IntStream.range(0, 5_000)
                .mapToObj(i -> RawRow.newBuilder()
                        .setDbName("java-db")
                        .setTableName("java-table")
                        .setKey("key-" + i)
                        .setColumns(Struct.newBuilder()
                                .putFields(
                                        "n",
                                        Value.newBuilder().setNumberValue(i).build()))
                        .build())
                .toList();
        client.raw().rows().upsert(rows, true);

        assertThat(all(client.raw().databases().list())).contains("java-db");
        assertThat(all(client.raw().tables().list("java-db"))).containsExactly("java-table");
        assertThat(all(client.raw().rows().list("java-db", "java-table"))).hasSize(5_000);
        assertThat(client.raw().rows().retrieve("java-db", "java-table", List.of("key-9")))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.getColumns().getFieldsOrThrow("n").getNumberValue())
                                .isEqualTo(9));
        client.raw().rows().delete(rows.subList(0, 4_000));
        assertThat(all(client.raw().rows().list("java-db", "java-table"))).hasSize(1_000);
        client.raw().databases().delete(List.of("java-db"), true);
        assertThat(all(client.raw().databases().list())).doesNotContain("java-db");
    }

    @Test
    void writesAndReadsSequences() throws Exception {
        SequenceColumn depth = SequenceColumn.newBuilder()
                .setExternalId("depth")
                .setValueType(SequenceColumn.ValueType.DOUBLE)
                .build();
        client.sequences()
                .upsert(List.of(SequenceMetadata.newBuilder()
                        .setExternalId("java-sequence")
                        .addColumns(depth)
                        .build()));
        SequenceBody.Builder body =
                SequenceBody.newBuilder().setExternalId("java-sequence").addColumns(depth);
        for (int i = 0; i < 9_000; i++) {
            body.addRows(SequenceRow.newBuilder()
                    .setRowNumber(i)
                    .addValues(Value.newBuilder().setNumberValue(i / 2.0)));
        }
        client.sequences().rows().upsert(List.of(body.build()));

        List<SequenceBody> read = all(client.sequences().rows().retrieveComplete("java-sequence"));

        assertThat(read.stream().mapToInt(SequenceBody::getRowsCount).sum()).isEqualTo(9_000);
        client.sequences().delete(List.of(item("java-sequence")));
        assertThat(client.sequences().retrieve("java-sequence")).isEmpty();
    }

    @Test
    void writesAndReadsTheResourcesAround() throws Exception {
        DataSet dataSet = client.datasets()
                .upsert(List.of(DataSet.newBuilder()
                        .setExternalId("java-data-set")
                        .setName("data set")
                        .build()))
                .get(0);
        client.labels()
                .upsert(List.of(Label.newBuilder()
                        .setExternalId("java-label")
                        .setName("label")
                        .setDataSetId(dataSet.getId())
                        .build()));
        client.relationships()
                .upsert(List.of(Relationship.newBuilder()
                        .setExternalId("java-relationship")
                        .setSourceExternalId("a")
                        .setSourceType(Relationship.ResourceType.ASSET)
                        .setTargetExternalId("b")
                        .setTargetType(Relationship.ResourceType.TIME_SERIES)
                        .setConfidence(0.25f)
                        .addLabels("java-label")
                        .build()));
        client.extractionPipelines()
                .upsert(List.of(ExtractionPipeline.newBuilder()
                        .setExternalId("java-pipeline")
                        .setName("pipeline")
                        .setDataSetId(dataSet.getId())
                        .putAllMetadata(Map.of("a", "b"))
                        .build()));
        client.extractionPipelines()
                .runs()
                .create(List.of(ExtractionPipelineRun.newBuilder()
                        .setExternalId("java-pipeline")
                        .setStatus(ExtractionPipelineRun.Status.SUCCESS)
                        .setMessage("done")
                        .build()));

        assertThat(all(client.labels().list())).extracting(Label::getName).contains("label");
        assertThat(client.relationships().retrieve("java-relationship"))
                .singleElement()
                .satisfies(relationship -> {
                    assertThat(relationship.getConfidence()).isEqualTo(0.25f);
                    assertThat(relationship.getTargetType()).isEqualTo(Relationship.ResourceType.TIME_SERIES);
                    assertThat(relationship.getLabelsList()).containsExactly("java-label");
                });
        assertThat(client.extractionPipelines().retrieve("java-pipeline"))
                .singleElement()
                .satisfies(pipeline -> assertThat(pipeline.getLastSuccess()).isPositive());
        assertThat(all(client.extractionPipelines().runs().list("java-pipeline")))
                .extracting(ExtractionPipelineRun::getMessage)
                .containsExactly("done");
        client.extractionPipelines().delete(List.of(item("java-pipeline")));
        client.relationships().delete(List.of(item("java-relationship")));
        client.labels().delete(List.of(item("java-label")));
        assertThat(client.relationships().retrieve("java-relationship")).isEmpty();
    }
}
