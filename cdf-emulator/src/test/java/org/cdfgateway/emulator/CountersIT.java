package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.cdfgateway.emulator.traffic.CallCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the counters say about calls whose items are not the elements of a list. */
class CountersIT {

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

    private CallCount of(String call) {
        return cdf.counters().of(call);
    }

    @Test
    void countsPoints() {
        client.post("/timeseries", "{'items':[{'externalId':'a'},{'externalId':'b'}]}");
        client.post(
                "/timeseries/data",
                "{'items':[{'externalId':'a','datapoints':[{'timestamp':1,'value':1},{'timestamp':2,'value':2}]},"
                        + "{'externalId':'b','datapoints':[{'timestamp':1,'value':1}]}]}");
        client.post("/timeseries/data/list", "{'items':[{'externalId':'a'},{'externalId':'b'}]}");
        client.post("/timeseries/data/latest", "{'items':[{'externalId':'a'},{'externalId':'b'}]}");

        assertThat(of("POST /timeseries/data").itemsIn()).isEqualTo(3);
        assertThat(of("POST /timeseries/data/list").itemsIn()).isEqualTo(2);
        assertThat(of("POST /timeseries/data/list").itemsOut()).isEqualTo(3);
        assertThat(of("POST /timeseries/data/latest").itemsOut()).isEqualTo(2);
    }

    @Test
    void countsRowsOfSequences() {
        client.post("/sequences", "{'items':[{'externalId':'s','columns':[{'externalId':'c'}]}]}");
        client.post(
                "/sequences/data",
                "{'items':[{'externalId':'s','columns':['c'],'rows':[{'rowNumber':1,'values':[1]},"
                        + "{'rowNumber':2,'values':[2]}]}]}");
        client.post("/sequences/data/list", "{'externalId':'s'}");
        client.post("/sequences/data/latest", "{'externalId':'s'}");
        client.post("/sequences/data/delete", "{'items':[{'externalId':'s','rows':[1,2,3]}]}");

        assertThat(of("POST /sequences/data").itemsIn()).isEqualTo(2);
        assertThat(of("POST /sequences/data/list").itemsOut()).isEqualTo(2);
        assertThat(of("POST /sequences/data/latest").itemsOut()).isEqualTo(1);
        assertThat(of("POST /sequences/data/delete").itemsIn()).isEqualTo(3);
    }

    @Test
    void countsInstancesOfQueries() {
        client.post("/models/spaces", "{'items':[{'space':'plant'}]}");
        client.post(
                "/models/instances",
                "{'items':[{'instanceType':'node','space':'plant','externalId':'a'}],"
                        + "'delete':[{'instanceType':'node','space':'plant','externalId':'b'}]}");
        client.post("/models/instances/query", "{'with':{'n':{'nodes':{}},'m':{'nodes':{}}},'select':{'n':{},'m':{}}}");

        assertThat(of("POST /models/instances").itemsIn()).isEqualTo(2);
        assertThat(of("POST /models/instances/query").itemsOut()).isEqualTo(2);
    }

    @Test
    void countsSingleObjects() {
        client.post("/files", "{'name':'f'}");
        long id = client.get("/files").item(0).path("id").asLong();
        client.get("/files/" + id);
        client.post("/raw/dbs/d/tables/t/rows?ensureParent=true", "{'items':[{'key':'k','columns':{}}]}");
        client.get("/raw/dbs/d/tables/t/rows/k");

        assertThat(of("POST /files").itemsIn()).isEqualTo(1);
        assertThat(of("POST /files").itemsOut()).isEqualTo(1);
        assertThat(of("GET /files/{id}").itemsOut()).isEqualTo(1);
        assertThat(of("POST /raw/dbs/{db}/tables/{table}/rows").itemsIn()).isEqualTo(1);
        assertThat(of("GET /raw/dbs/{db}/tables/{table}/rows/{rowKey}").itemsOut())
                .isEqualTo(1);
    }

    @Test
    void countsWhatRefusedRequestsBring() {
        String body = "{'items':[{'name':'a'},{}]}";
        client.post("/assets", body);

        assertThat(of("POST /assets").itemsIn()).isEqualTo(2);
        assertThat(of("POST /assets").bytesIn()).isEqualTo(body.length());
        assertThat(of("POST /assets").answered(400)).isEqualTo(1);
    }
}
