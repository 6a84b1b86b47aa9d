package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.TextFormat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.TestClient.Answer;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.cdfgateway.emulator.journal.Durability;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is there again after the end of the process; a copy of the directory is what a killed one leaves. */
class RestartIT {

    private static final List<String> READS = List.of(
            "/assets/list {}",
            "/events/list {}",
            "/files/list {}",
            "/labels/list {}",
            "/datasets/list {}",
            "/sequences/list {}",
            "/sequences/data/list {'externalId':'s'}",
            "/timeseries/list {}",
            "/timeseries/data/list {'items':[{'externalId':'t'},{'externalId':'p'}]}",
            "/relationships/list {}",
            "/extpipes/list {}",
            "/extpipes/runs/list {'filter':{'externalId':'e'}}",
            "/models/instances/list {'instanceType':'node','limit':1000}",
            "/models/containers/byids {'items':[{'space':'plant','externalId':'Pump'}]}");

    private static final List<String> GETS =
            List.of("/raw/dbs", "/raw/dbs/d/tables", "/raw/dbs/d/tables/t/rows", "/groups?all=true", "/sessions");

    private static final List<String> WRITES = List.of(
            "/datasets {'items':[{'externalId':'ds'}]}",
            "/labels {'items':[{'externalId':'l','name':'label'}]}",
            "/assets {'items':[{'name':'a','externalId':'a','labels':[{'externalId':'l'}]},{'name':'gone','externalId':'g'}]}",
            "/assets/update {'items':[{'externalId':'a','update':{'description':{'set':'changed'}}}]}",
            "/assets/delete {'items':[{'externalId':'g'}]}",
            "/events {'items':[{'externalId':'e','startTime':1,'metadata':{'k':'v'}}]}",
            "/relationships {'items':[{'externalId':'r','sourceExternalId':'a','sourceType':'asset','targetExternalId':'e',"
                    + "'targetType':'event'}]}",
            "/sequences {'items':[{'externalId':'s','columns':[{'externalId':'d'}]}]}",
            "/sequences/data {'items':[{'externalId':'s','columns':['d'],'rows':[{'rowNumber':1,'values':[1.5]},"
                    + "{'rowNumber':2,'values':[2]}]}]}",
            "/sequences/data/delete {'items':[{'externalId':'s','rows':[2]}]}",
            "/timeseries {'items':[{'externalId':'t'},{'externalId':'p'}]}",
            "/timeseries/data {'items':[{'externalId':'t','datapoints':[{'timestamp':1,'value':1},"
                    + "{'timestamp':2,'value':2},{'timestamp':3,'value':3}]}]}",
            "/timeseries/data/delete {'items':[{'externalId':'t','inclusiveBegin':2,'exclusiveEnd':3}]}",
            "/raw/dbs {'items':[{'name':'d'}]}",
            "/raw/dbs/d/tables {'items':[{'name':'t'}]}",
            "/raw/dbs/d/tables/t/rows {'items':[{'key':'k','columns':{'c':1}},{'key':'j','columns':{}}]}",
            "/raw/dbs/d/tables/t/rows/delete {'items':[{'key':'j'}]}",
            "/groups {'items':[{'name':'readers','sourceId':'x','capabilities':[]}]}");

    @TempDir
    private Path directory;

    private EmulatorSettings settings;

    @BeforeEach
    void set() {
        settings = EmulatorSettings.defaults().withControlPort(0).withDataDirectory(directory.resolve("data"));
    }

    private static Answer write(TestClient client, String request) {
        int blank = request.indexOf(' ');
        Answer answer = client.post(request.substring(0, blank), request.substring(blank + 1));
        assertThat(answer.status()).as(request + answer.text()).isBetween(200, 201);
        return answer;
    }

    private static void writeEverything(TestClient client) throws IOException {
        WRITES.forEach(request -> write(client, request));
        long dataSet = write(client, "/datasets/byids {'items':[{'externalId':'ds'}]}")
                .item(0)
                .path("id")
                .asLong();
        write(client, "/extpipes {'items':[{'externalId':'e','name':'n','dataSetId':" + dataSet + "}]}");
        write(client, "/extpipes/runs {'items':[{'externalId':'e','status':'success'}]}");
        PlantModel.create(client);
        write(
                client,
                "/models/instances {'items':[{'instanceType':'node','space':'plant','externalId':'p1','sources':[{'source':"
                        + PlantModel.PUMP + ",'properties':{'pressure':1.5}}]}]}");
        DynamicMessage.Builder points = DynamicMessage.newBuilder(ProtobufSchema.INSERTION);
        TextFormat.merge(
                "items { externalId: 'p' numericDatapoints { datapoints { timestamp: 7 value: 7.5 } } }", points);
        Answer inserted = client.send(client.request("/timeseries/data")
                .header("Content-Type", "application/protobuf")
                .POST(BodyPublishers.ofByteArray(points.build().toByteArray())));
        assertThat(inserted.status()).isEqualTo(200);
        Answer file = write(client, "/files {'name':'f','externalId':'f'}");
        Answer uploaded = client.send(
                HttpRequest.newBuilder(URI.create(file.json().path("uploadUrl").asText()))
                        .header("Content-Type", "text/plain")
                        .PUT(BodyPublishers.ofString("content")));
        assertThat(uploaded.status()).isEqualTo(200);
    }

    private static Map<String, String> readEverything(TestClient client) {
        Map<String, String> read = new LinkedHashMap<>();
        READS.forEach(request -> read.put(request, write(client, request).text()));
        GETS.forEach(path -> {
            Answer answer = client.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            read.put(path, answer.text());
        });
        String link = write(client, "/files/downloadlink {'items':[{'externalId':'f'}]}")
                .item(0)
                .path("downloadUrl")
                .asText();
        read.put(
                "content",
                client.send(HttpRequest.newBuilder(URI.create(link)).GET()).text());
        return read;
    }

    @Test
    void everythingIsAsItWas() throws IOException {
        EmulatorSettings withSample = settings.withVolume(Volume.ofAssets(10));
        Map<String, String> before;
        try (CdfEmulator cdf = CdfEmulator.start(withSample)) {
            writeEverything(TestClient.admin(cdf));
            before = readEverything(TestClient.admin(cdf));
        }
        try (CdfEmulator cdf = CdfEmulator.start(withSample)) {
            assertThat(readEverything(TestClient.admin(cdf))).isEqualTo(before);
            write(TestClient.admin(cdf), "/assets {'items':[{'name':'later','externalId':'later'}]}");
            before = readEverything(TestClient.admin(cdf));
        }
        try (CdfEmulator cdf = CdfEmulator.start(withSample)) {
            assertThat(readEverything(TestClient.admin(cdf))).isEqualTo(before).containsEntry("content", "content");
        }
    }

    @Test
    void idsThatRefusedRequestsTookStayTaken() throws IOException {
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            TestClient client = TestClient.admin(cdf);
            write(client, "/assets {'items':[{'name':'a','externalId':'a'}]}");
            assertThat(client.post("/assets", "{'items':[{'name':'b'},{'name':'a','externalId':'a'}]}")
                            .status())
                    .isEqualTo(409);
            write(client, "/assets {'items':[{'name':'c','externalId':'c'}]}");
            String all = client.post("/assets/list", "{}").text();
            try (CdfEmulator again = CdfEmulator.start(settings.withDataDirectory(copy()))) {
                assertThat(TestClient.admin(again).post("/assets/list", "{}").text())
                        .isEqualTo(all);
            }
        }
    }

    private Path copy() throws IOException {
        Path copy = Files.createDirectories(directory.resolve("copy"));
        Files.copy(journal(), copy.resolve("journal"));
        return copy;
    }

    private Path journal() {
        return directory.resolve("data").resolve("journal");
    }

    @Test
    void sessionsGoOn() throws IOException {
        JsonNode bound;
        JsonNode ready;
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            TestClient client = TestClient.admin(cdf);
            bound = bind(client, client.post("/sessions", "{'items':[{'tokenExchange':true}]}"));
            ready = client.post("/sessions", "{'items':[{'tokenExchange':true}]}")
                    .item(0);
        }
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            TestClient service = TestClient.admin(cdf).withToken(null);
            Answer refreshed = service.post(
                    "/sessions/token",
                    "{'sessionId':" + bound.path("id").asLong() + ",'sessionKey':'"
                            + bound.path("sessionKey").asText() + "'}");

            assertThat(refreshed.status()).isEqualTo(200);
            TestClient session =
                    service.withToken(refreshed.json().path("accessToken").asText());
            assertThat(session.post("/assets/list", "{}").status()).isEqualTo(200);
            write(session, "/assets {'items':[{'name':'of a session'}]}");
            write(service, "/sessions/token {'nonce':'" + ready.path("nonce").asText() + "'}");
        }
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            assertThat(TestClient.admin(cdf).listAll("/assets/list", "")).hasSize(1);
        }
    }

    private static JsonNode bind(TestClient client, Answer created) {
        String nonce = created.item(0).path("nonce").asText();
        return write(client.withToken(null), "/sessions/token {'nonce':'" + nonce + "'}")
                .json();
    }

    @Test
    void clientsGroupsAndResetsAreKept() throws IOException {
        EmulatedClient other = EmulatedClient.admin("other one", "s");
        String groups;
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            TestClient admin = TestClient.admin(cdf);
            cdf.access().put(other);
            write(TestClient.of(cdf, other), "/assets {'items':[{'name':'before the reset'}]}");
            cdf.resetContent();
            write(TestClient.of(cdf, other), "/assets {'items':[{'name':'after'}]}");
            cdf.access().grant(other.id(), List.of());
            groups = admin.get("/groups?all=true").text();
        }
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            TestClient admin = TestClient.admin(cdf);
            assertThat(admin.get("/groups?all=true").text()).isEqualTo(groups);
            assertThat(admin.listAll("/assets/list", ""))
                    .extracting(asset -> asset.path("name").asText())
                    .containsExactly("after");
            assertThat(TestClient.of(cdf, other).post("/assets/list", "{}").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void timesAreThoseOfTheFirstTime() throws IOException {
        MutableClock clock = new MutableClock();
        String before;
        try (CdfEmulator cdf = CdfEmulator.start(settings.withClock(clock))) {
            TestClient client = TestClient.admin(cdf);
            write(client, "/assets {'items':[{'name':'a'}]}");
            before = client.post("/assets/list", "{}").text();
        }
        clock.advance(Duration.ofDays(3));
        try (CdfEmulator cdf = CdfEmulator.start(settings.withClock(clock))) {
            assertThat(TestClient.admin(cdf).post("/assets/list", "{}").text()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Durability.class)
    void changesSurviveHoweverTheyAreForcedToTheDisk(Durability durability) throws IOException {
        EmulatorSettings chosen = settings.withDurability(durability);
        try (CdfEmulator cdf = CdfEmulator.start(chosen)) {
            write(TestClient.admin(cdf), "/assets {'items':[{'name':'kept'}]}");
            try (CdfEmulator again = CdfEmulator.start(chosen.withDataDirectory(copy()))) {
                assertThat(TestClient.admin(again).post("/assets/list", "{}").items())
                        .hasSize(1);
            }
        }
    }
}
