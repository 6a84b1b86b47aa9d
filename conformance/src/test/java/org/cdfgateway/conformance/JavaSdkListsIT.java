package org.cdfgateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.conformance.JavaSdk.all;

import com.cognite.client.CogniteClient;
import com.cognite.client.Request;
import com.cognite.client.dto.Asset;
import com.cognite.client.dto.Event;
import com.cognite.client.dto.RawRow;
import com.cognite.client.dto.SecurityCategory;
import com.cognite.client.dto.TimeseriesMetadata;
import com.google.protobuf.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Cognite's Java SDK lists with filters, in partitions and through RAW cursors. Its files are left out: they do not load
 * without Google's storage client, which this project does without.
 */
@TestInstance(Lifecycle.PER_CLASS)
class JavaSdkListsIT {
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

    private List<String> events(Request request) throws Exception {
        return all(client.events().list(request)).stream()
                .map(Event::getExternalId)
                .sorted()
                .toList();
    }

    @Test
    void listsEventsByEveryKindOfFilter() throws Exception {
        Asset asset = client.assets()
                .upsert(List.of(Asset.newBuilder()
                        .setExternalId("java-event-asset")
                        .setName("asset")
                        .build()))
                .get(0);
        client.events()
                .upsert(List.of(
                        Event.newBuilder()
                                .setExternalId("java-e1")
                                .setType("alarm")
                                .setSubtype("high")
                                .setSource("java-filters")
                                .setStartTime(1_000)
                                .setEndTime(2_000)
                                .addAssetIds(asset.getId())
                                .putMetadata("level", "3")
                                .build(),
                        Event.newBuilder()
                                .setExternalId("java-e2")
                                .setType("note")
                                .setSource("java-filters")
                                .setStartTime(5_000)
                                .build()));
        Request mine = Request.create().withFilterParameter("source", "java-filters");

        assertThat(events(mine)).containsExactly("java-e1", "java-e2");
        assertThat(events(mine.withFilterParameter("type", "alarm"))).containsExactly("java-e1");
        assertThat(events(mine.withFilterParameter("subtype", "high"))).containsExactly("java-e1");
        assertThat(events(mine.withFilterMetadataParameter("level", "3"))).containsExactly("java-e1");
        assertThat(events(mine.withFilterParameter("startTime", Map.of("min", 4_000))))
                .containsExactly("java-e2");
        assertThat(events(mine.withFilterParameter("endTime", Map.of("isNull", true))))
                .containsExactly("java-e2");
        assertThat(events(mine.withFilterParameter("assetIds", List.of(asset.getId()))))
                .containsExactly("java-e1");
        assertThat(events(
                        mine.withFilterParameter("assetSubtreeIds", List.of(Map.of("externalId", "java-event-asset")))))
                .containsExactly("java-e1");
        assertThat(events(mine.withFilterParameter("activeAtTime", Map.of("min", 1_500, "max", 1_600))))
                .containsExactly("java-e1");
        assertThat(client.events().aggregate(mine).getAggregatesList())
                .singleElement()
                .satisfies(count -> assertThat(count.getCount()).isEqualTo(2));
    }

    @Test
    void listsInPartitionsOfItsOwnChoice() throws Exception {
        client.timeseries()
                .upsert(IntStream.range(0, 500)
                        .mapToObj(i -> TimeseriesMetadata.newBuilder()
                                .setExternalId("java-part-" + i)
                                .setName("part " + i)
                                .build())
                        .toList());
        Request mine = Request.create().withFilterParameter("externalIdPrefix", "java-part-");

        List<TimeseriesMetadata> found = new ArrayList<>();
        for (int part = 1; part <= 3; part++) {
            found.addAll(all(client.timeseries().list(mine, part + "/3")));
        }

        assertThat(found)
                .extracting(TimeseriesMetadata::getExternalId)
                .doesNotHaveDuplicates()
                .hasSize(500);
    }

    @Test
    void readsRawThroughCursors() throws Exception {
        List<RawRow> rows = IntStream.range(0, 1_000)
                .mapToObj(i -> RawRow.newBuilder()
                        .setDbName("java-cursors")
                        .setTableName("t")
                        .setKey("key " + i)
                        .setColumns(Struct.getDefaultInstance())
                        .build())
                .toList();
        client.raw().rows().upsert(rows, true);

        List<String> cursors = client.raw().rows().retrieveCursors("java-cursors", "t", 4, Request.create());
        List<RawRow> found =
                all(client.raw().rows().list("java-cursors", "t", Request.create(), cursors.toArray(String[]::new)));

        assertThat(cursors).hasSize(4);
        assertThat(found).extracting(RawRow::getKey).doesNotHaveDuplicates().hasSize(1_000);
    }

    @Test
    void managesSecurityCategories() throws Exception {
        List<SecurityCategory> created = client.securityCategories()
                .create(List.of(
                        SecurityCategory.newBuilder().setName("java-secret").build()));

        assertThat(all(client.securityCategories().list()))
                .extracting(SecurityCategory::getName)
                .contains("java-secret");
        client.securityCategories().delete(created);
        assertThat(all(client.securityCategories().list()))
                .extracting(SecurityCategory::getName)
                .doesNotContain("java-secret");
    }
}
