package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal leaves out, and that nothing is missed then. */
class JournalSizeIT {

    @TempDir
    private Path directory;

    private EmulatorSettings settings;

    @BeforeEach
    void set() {
        settings = EmulatorSettings.defaults().withControlPort(0).withDataDirectory(directory);
    }

    private long size() throws IOException {
        return Files.size(directory.resolve("journal"));
    }

    private static String rows(String prefix) {
        StringBuilder rows = new StringBuilder("{'items':[");
        for (int i = 0; i < 500; i++) {
            rows.append(i == 0 ? "" : ",").append("{'key':'" + prefix + i + "','columns':{'n':" + i * 7919 + "}}");
        }
        return rows.append("]}").toString();
    }

    @Test
    void largeRequestsAreKeptCompressed() throws IOException {
        String rows = rows("key");
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            TestClient.admin(cdf).post("/raw/dbs/d/tables/t/rows?ensureParent=true", rows);
        }

        assertThat(size()).isLessThan(rows.length() / 2);
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            assertThat(TestClient.admin(cdf)
                            .get("/raw/dbs/d/tables/t/rows?limit=1000")
                            .items())
                    .hasSize(500);
        }
    }

    @Test
    void leavesOutWhatCameBeforeAReset() throws IOException {
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            TestClient client = TestClient.admin(cdf);
            client.post("/raw/dbs/d/tables/t/rows?ensureParent=true", rows("key"));
            client.post("/groups", "{'items':[{'name':'kept','sourceId':'x','capabilities':[]}]}");
            cdf.resetContent();
            client.post("/assets", "{'items':[{'name':'later','externalId':'later'}]}");
        }
        long before = size();
        String assets;
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            assets = TestClient.admin(cdf).post("/assets/list", "{}").text();
        }

        assertThat(size()).isLessThan(before / 2);
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            TestClient client = TestClient.admin(cdf);
            assertThat(client.post("/assets/list", "{}").text())
                    .isEqualTo(assets)
                    .contains("later");
            assertThat(client.get("/groups?all=true").text()).contains("kept");
            assertThat(client.get("/raw/dbs").items()).isEmpty();
            client.post("/assets", "{'items':[{'name':'last'}]}");
        }
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            assertThat(TestClient.admin(cdf).post("/assets/list", "{}").items()).hasSize(2);
        }
    }

    @Test
    void leavesOutRowsOfDeletedTables() throws IOException {
        String table = "/raw/dbs/d%2Fe/tables/t/rows";
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            TestClient client = TestClient.admin(cdf);
            for (int i = 0; i < 5; i++) {
                client.post(table + "?ensureParent=true", rows("key" + i));
                client.post(table + "/delete", "{'items':[{'key':'key1'}]}");
            }
            client.post("/raw/dbs/d%2Fe/tables/delete", "{'items':[{'name':'t'}]}");
            client.post(table + "?ensureParent=true", "{'items':[{'key':'again','columns':{}}]}");
            client.post("/raw/dbs/other/tables/t/rows?ensureParent=true", "{'items':[{'key':'k','columns':{}}]}");
        }
        long before = size();
        CdfEmulator.start(settings).close();

        assertThat(size()).isLessThan(before / 2);
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            TestClient client = TestClient.admin(cdf);
            assertThat(client.get(table).items()).hasSize(1);
            assertThat(client.get("/raw/dbs/other/tables/t/rows").items()).hasSize(1);
        }
    }

    @Test
    void leavesOutRefusedRequestsButNotTheIdsTheyTook() throws IOException {
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            TestClient client = TestClient.admin(cdf);
            client.post("/assets", "{'items':[{'name':'a','externalId':'a'}]}");
            client.post("/assets", "{'items':[{'name':'b'},{'name':'a','externalId':'a'}]}");
            for (int i = 0; i < 50; i++) {
                client.post("/raw/dbs/nobody/tables/t/rows", rows("key"));
                client.post("/assets/update", "{'items':[{'externalId':'nobody','update':{}}]}");
            }
            client.post("/assets", "{'items':[{'name':'c','externalId':'c'}]}");
        }
        long before = size();
        String assets;
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            assets = TestClient.admin(cdf).post("/assets/list", "{}").text();
        }

        assertThat(size()).isLessThan(before / 10);
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            assertThat(TestClient.admin(cdf).post("/assets/list", "{}").text()).isEqualTo(assets);
        }
    }

    @Test
    void aRewritingThatWasCutShortDoesNoHarm() throws IOException {
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            TestClient client = TestClient.admin(cdf);
            client.post("/raw/dbs/d/tables/t/rows?ensureParent=true", rows("key"));
            cdf.resetContent();
            client.post("/assets", "{'items':[{'name':'later'}]}");
        }
        Files.writeString(directory.resolve("journal.new"), "CDF emul");

        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            assertThat(TestClient.admin(cdf).post("/assets/list", "{}").items()).hasSize(1);
        }
        assertThat(directory.resolve("journal.new")).doesNotExist();
    }
}
