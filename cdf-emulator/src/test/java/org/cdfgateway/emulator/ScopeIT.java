package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.cdfgateway.emulator.TestClient.Answer;
import org.cdfgateway.emulator.access.Capability;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.cdfgateway.emulator.right.Scope;
import org.cdfgateway.emulator.right.TableName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScopeIT {

    private static final String FORBIDDEN =
            "403 Resource not found. This may also be due to insufficient access rights.";

    private CdfEmulator cdf;
    private TestClient admin;
    private long seen;
    private long hidden;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults());
        admin = TestClient.admin(cdf);
        List<Long> dataSets = ids(admin.post("/datasets", "{'items':[{'externalId':'seen'},{'externalId':'hidden'}]}"));
        seen = dataSets.get(0);
        hidden = dataSets.get(1);
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private TestClient client(Capability... capabilities) {
        EmulatedClient client = new EmulatedClient("scoped", "secret", List.of(capabilities));
        cdf.access().put(client);
        return TestClient.of(cdf, client);
    }

    private static List<Long> ids(Answer answer) {
        return answer.items().stream().map(item -> item.path("id").asLong()).toList();
    }

    private static List<String> names(Answer answer) {
        return answer.items().stream().map(item -> item.path("name").asText()).toList();
    }

    private void createAssets() {
        admin.post(
                "/assets",
                "{'items':[{'name':'in','externalId':'in','dataSetId':" + seen
                        + "},{'name':'out','externalId':'out','dataSetId':" + hidden
                        + "},{'name':'none','externalId':'none'}]}");
    }

    @Test
    void listsSearchesAndCountsWithinDataSetOnly() {
        createAssets();

        TestClient scoped = client(Capability.of("assetsAcl", "READ").within(Scope.dataSets(seen)));

        assertThat(names(scoped.post("/assets/list", "{}"))).containsExactly("in");
        assertThat(names(scoped.get("/assets"))).containsExactly("in");
        assertThat(scoped.post("/assets/search", "{'search':{'query':'out'}}").items())
                .isEmpty();
        assertThat(scoped.post("/assets/aggregate", "{}").item(0).path("count").asInt())
                .isEqualTo(1);
        assertThat(names(admin.post("/assets/list", "{}"))).hasSize(3);
    }

    @Test
    void refusesToReadByIdOutsideOfDataSet() {
        createAssets();

        TestClient scoped = client(Capability.of("assetsAcl", "READ").within(Scope.dataSets(seen)));

        assertThat(names(scoped.post("/assets/byids", "{'items':[{'externalId':'in'}]}")))
                .containsExactly("in");
        assertThat(scoped.post("/assets/byids", "{'items':[{'externalId':'in'},{'externalId':'out'}]}")
                        .error())
                .isEqualTo(FORBIDDEN);
        assertThat(scoped.post("/assets/byids", "{'items':[{'externalId':'none'}]}")
                        .error())
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void refusesToWriteOutsideOfDataSet() {
        createAssets();

        TestClient scoped = client(Capability.of("assetsAcl", "READ", "WRITE").within(Scope.dataSets(seen)));

        assertThat(scoped.post("/assets", "{'items':[{'name':'a','dataSetId':" + seen + "}]}")
                        .status())
                .isEqualTo(201);
        assertThat(scoped.post("/assets", "{'items':[{'name':'a'}]}").error()).isEqualTo(FORBIDDEN);
        assertThat(scoped.post("/assets", "{'items':[{'name':'a','dataSetId':" + hidden + "}]}")
                        .error())
                .isEqualTo(FORBIDDEN);
        assertThat(scoped.post(
                                "/assets/update",
                                "{'items':[{'externalId':'in','update':{'dataSetId':{'set':" + hidden + "}}}]}")
                        .error())
                .isEqualTo(FORBIDDEN);
        assertThat(scoped.post("/assets/delete", "{'items':[{'externalId':'out'}]}")
                        .error())
                .isEqualTo(FORBIDDEN);
        assertThat(scoped.post("/assets/delete", "{'items':[{'externalId':'in'}]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void scopesOfSeveralCapabilitiesAddUp() {
        createAssets();

        TestClient scoped = client(
                Capability.of("assetsAcl", "READ").within(Scope.dataSets(seen)),
                Capability.of("assetsAcl", "READ").within(Scope.dataSets(hidden)));

        assertThat(names(scoped.post("/assets/list", "{}"))).containsExactlyInAnyOrder("in", "out");
    }

    @Test
    void protectedDataSetIsWrittenByItsOwnersOnly() {
        admin.post("/datasets/update", "{'items':[{'externalId':'hidden','update':{'writeProtected':{'set':true}}}]}");
        String create = "{'items':[{'name':'a','dataSetId':" + hidden + "}]}";

        assertThat(client(Capability.of("assetsAcl", "WRITE"))
                        .post("/assets", create)
                        .error())
                .isEqualTo(FORBIDDEN);
        assertThat(client(
                                Capability.of("assetsAcl", "WRITE"),
                                Capability.of("datasetsAcl", "OWNER").within(Scope.ids(hidden)))
                        .post("/assets", create)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void seesTheDataSetsOfItsIdScope() {
        TestClient scoped = client(Capability.of("datasetsAcl", "READ").within(Scope.ids(seen)));

        assertThat(ids(scoped.post("/datasets/list", "{}"))).containsExactly(seen);
    }

    @Test
    void reachesSeriesByIdDataSetAndRootAsset() {
        long root = ids(admin.post("/assets", "{'items':[{'name':'r','externalId':'r'}]}"))
                .get(0);
        long child = ids(admin.post("/assets", "{'items':[{'name':'c','parentExternalId':'r'}]}"))
                .get(0);
        List<Long> series = ids(admin.post(
                "/timeseries",
                "{'items':[{'externalId':'a'},{'externalId':'b','dataSetId':" + seen + "},{'externalId':'c','assetId':"
                        + child + "},{'externalId':'d'}]}"));

        Capability read = Capability.of("timeSeriesAcl", "READ", "WRITE");
        TestClient scoped = client(
                read.within(Scope.ids(series.get(0))),
                read.within(Scope.dataSets(seen)),
                read.within(Scope.rootAssets(root)));

        assertThat(ids(scoped.post("/timeseries/list", "{}")))
                .containsExactlyInAnyOrderElementsOf(series.subList(0, 3));
        String point = "'datapoints':[{'timestamp':1,'value':2}]}]}";
        for (String own : List.of("a", "b", "c")) {
            String reference = "{'items':[{'externalId':'" + own + "'";
            assertThat(scoped.post("/timeseries/data", reference + "," + point).status())
                    .isEqualTo(200);
            assertThat(scoped.post("/timeseries/data/list", reference + "}]}").status())
                    .isEqualTo(200);
        }
        String foreign = "{'items':[{'externalId':'d'";
        assertThat(scoped.post("/timeseries/data", foreign + "," + point).error())
                .isEqualTo(FORBIDDEN);
        for (String path : List.of("/timeseries/data/list", "/timeseries/data/latest", "/timeseries/byids")) {
            assertThat(scoped.post(path, foreign + "}]}").error()).isEqualTo(FORBIDDEN);
        }
        assertThat(scoped.post("/timeseries/data/delete", foreign + ",'inclusiveBegin':0}]}")
                        .error())
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void reachesTablesOfItsScope() {
        for (String table : List.of("a", "b")) {
            admin.post("/raw/dbs/one/tables?ensureParent=true", "{'items':[{'name':'" + table + "'}]}");
        }
        admin.post("/raw/dbs/two/tables?ensureParent=true", "{'items':[{'name':'c'}]}");
        admin.post("/raw/dbs/three/tables?ensureParent=true", "{'items':[{'name':'d'}]}");

        TestClient scoped = client(Capability.of("rawAcl", "READ", "WRITE", "LIST")
                .within(Scope.tables(new TableName("one", "a"), new TableName("two", null))));

        assertThat(names(scoped.get("/raw/dbs"))).containsExactlyInAnyOrder("one", "two");
        assertThat(names(scoped.get("/raw/dbs/one/tables"))).containsExactly("a");
        assertThat(names(scoped.get("/raw/dbs/two/tables"))).containsExactly("c");
        String rows = "{'items':[{'key':'k','columns':{}}]}";
        assertThat(scoped.post("/raw/dbs/one/tables/a/rows", rows).status()).isEqualTo(200);
        assertThat(scoped.post("/raw/dbs/two/tables/c/rows", rows).status()).isEqualTo(200);
        assertThat(scoped.post("/raw/dbs/one/tables/b/rows", rows).error()).isEqualTo(FORBIDDEN);
        assertThat(scoped.get("/raw/dbs/three/tables/d/rows").error()).isEqualTo(FORBIDDEN);
        assertThat(scoped.post("/raw/dbs/two/tables", "{'items':[{'name':'new'}]}")
                        .status())
                .isEqualTo(201);
        assertThat(scoped.post("/raw/dbs/one/tables", "{'items':[{'name':'new'}]}")
                        .error())
                .isEqualTo(FORBIDDEN);
        assertThat(scoped.post("/raw/dbs", "{'items':[{'name':'new'}]}").error())
                .isEqualTo(FORBIDDEN);
    }
}
