package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.cdfgateway.emulator.access.Capability;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.cdfgateway.emulator.right.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecurityCategoriesIT {

    private CdfEmulator cdf;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults());
        client = TestClient.admin(cdf);
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private long create(String name) {
        return client.post("/securitycategories", "{'items':[{'name':'" + name + "'}]}")
                .item(0)
                .path("id")
                .asLong();
    }

    @Test
    void haveUniqueNames() {
        create("secret");

        assertThat(client.post("/securitycategories", "{'items':[{'name':'secret'}]}")
                        .error())
                .startsWith("409");
        assertThat(client.post("/securitycategories", "{'items':[{'name':'a'},{'name':'a'}]}")
                        .error())
                .startsWith("409");
    }

    @Test
    void arePagedInBothOrders() {
        for (int i = 0; i < 5; i++) {
            create("category " + i);
        }

        assertThat(client.get("/securitycategories").items()).hasSize(5);
        TestClient.Answer first = client.get("/securitycategories?limit=3&sort=DESC");
        assertThat(first.items()).hasSize(3);
        assertThat(first.json().path("nextCursor").isTextual()).isTrue();
        assertThat(client.get("/securitycategories?limit=3&sort=DESC&cursor="
                                + first.json().path("nextCursor").asText())
                        .items())
                .hasSize(2);
    }

    @Test
    void areDeletedByTheirIds() {
        long id = create("secret");

        assertThat(client.post("/securitycategories/delete", "{'items':[" + id + "]}")
                        .status())
                .isEqualTo(200);
        assertThat(client.post("/securitycategories/delete", "{'items':[" + id + "]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void mustExistWhereTheyAreUsed() {
        assertThat(client.post("/timeseries", "{'items':[{'securityCategories':[5]}]}")
                        .error())
                .startsWith("400 Security categories not found");
        assertThat(client.post("/files", "{'name':'f','securityCategories':[5]}")
                        .error())
                .startsWith("400 Security categories not found");
    }

    @Test
    void hideWhatTheyAreOnFromOthers() {
        long id = create("secret");
        client.post(
                "/timeseries", "{'items':[{'externalId':'a','securityCategories':[" + id + "]},{'externalId':'b'}]}");
        EmulatedClient reader =
                new EmulatedClient("reader", "s", List.of(Capability.of("timeSeriesAcl", "READ")), Set.of());
        cdf.access().put(reader);
        TestClient reading = TestClient.of(cdf, reader);

        assertThat(reading.post("/timeseries/list", "{}").items()).hasSize(1);
        assertThat(reading.post("/timeseries/data/list", "{'items':[{'externalId':'a'}]}")
                        .status())
                .isEqualTo(403);

        cdf.access()
                .grant(
                        "reader",
                        List.of(
                                Capability.of("timeSeriesAcl", "READ"),
                                Capability.of("securityCategoriesAcl", "MEMBEROF")
                                        .within(Scope.ids(id))));
        assertThat(reading.post("/timeseries/list", "{}").items()).hasSize(2);
    }
}
