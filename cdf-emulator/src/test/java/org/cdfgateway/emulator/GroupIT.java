package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.cdfgateway.emulator.TestClient.Answer;
import org.cdfgateway.emulator.access.Capability;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.cdfgateway.emulator.right.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupIT {

    private static final String READS_ASSETS = "{'assetsAcl':{'actions':['READ'],'scope':{'all':{}}}}";

    private CdfEmulator cdf;
    private TestClient admin;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults());
        admin = TestClient.admin(cdf);
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private TestClient client(EmulatedClient client) {
        cdf.access().put(client);
        return TestClient.of(cdf, client);
    }

    private Answer create(String group) {
        return admin.post("/groups", "{'items':[" + group + "]}");
    }

    private static List<String> names(Answer answer) {
        return answer.items().stream().map(item -> item.path("name").asText()).toList();
    }

    @Test
    void givesRightsThroughTheIdentityProvidersGroupAtOnce() {
        TestClient client = client(EmulatedClient.inGroups("c", "s", "entra-group"));
        assertThat(client.post("/assets/list", "{}").status()).isEqualTo(403);

        Answer created = create("{'name':'readers','sourceId':'entra-group','capabilities':[" + READS_ASSETS + "]}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(client.post("/assets/list", "{}").status()).isEqualTo(200);
        String ids = "{'items':[" + created.item(0).path("id").asLong() + "]}";
        assertThat(admin.post("/groups/delete", ids).text()).isEqualTo("{}");
        assertThat(client.post("/assets/list", "{}").status()).isEqualTo(403);
        assertThat(admin.post("/groups/delete", ids).status()).isEqualTo(400);
    }

    @Test
    void givesRightsToItsMembersOnly() {
        TestClient member = client(EmulatedClient.inGroups("member", "s"));
        TestClient other = client(EmulatedClient.inGroups("other", "s"));

        create("{'name':'listed','members':['member'],'capabilities':[" + READS_ASSETS + "]}");
        assertThat(member.post("/assets/list", "{}").status()).isEqualTo(200);
        assertThat(other.post("/assets/list", "{}").status()).isEqualTo(403);

        create("{'name':'all','members':'allUserAccounts','capabilities':[" + READS_ASSETS + "]}");
        assertThat(other.post("/assets/list", "{}").status()).isEqualTo(200);
    }

    @Test
    void countsForItsApplicationsOnly() {
        TestClient client = client(EmulatedClient.inGroups("c", "s", "entra-group"));

        create("{'name':'apps','sourceId':'entra-group','attributes':{'token':{'appIds':['another']}},'capabilities':["
                + READS_ASSETS + "]}");

        assertThat(client.post("/assets/list", "{}").status()).isEqualTo(403);
    }

    @Test
    void listsOwnGroupsAndAllOfThemToThoseWhoMay() {
        create("{'name':'of somebody','sourceId':'elsewhere'}");
        TestClient client = client(new EmulatedClient("c", "s", List.of()));
        TestClient lister = client(new EmulatedClient("l", "s", List.of(Capability.of("groupsAcl", "LIST"))));
        TestClient own = client(new EmulatedClient(
                "o", "s", List.of(Capability.of("groupsAcl", "LIST").within(Scope.OWN))));

        assertThat(names(client.get("/groups"))).containsExactly("members-of-c");
        assertThat(client.get("/groups?all=true").status()).isEqualTo(403);
        assertThat(names(lister.get("/groups?all=true"))).contains("of somebody", "members-of-demo-client");
        assertThat(names(own.get("/groups?all=true"))).containsExactly("members-of-o");
    }

    @Test
    void returnsWhatWasCreated() {
        JsonNode group = create("{'name':'g','sourceId':'s','metadata':{'a':'b'},'nonsense':1,'capabilities':["
                        + "{'brandNewAcl':{'actions':['FLY'],'scope':{'skyScope':{'heights':[1]}}}},"
                        + "{'timeSeriesAcl':{'actions':['READ'],'scope':{'idscope':{'ids':['7',8]}}}}]}")
                .item(0);

        assertThat(group.path("id").asLong()).isPositive();
        assertThat(group.path("isDeleted").asBoolean(true)).isFalse();
        assertThat(group.path("deletedTime").asLong()).isEqualTo(-1);
        assertThat(group.path("metadata").path("a").asText()).isEqualTo("b");
        assertThat(group.has("nonsense")).isFalse();
        assertThat(group.at("/capabilities/0/brandNewAcl/scope/skyScope/heights/0")
                        .asInt())
                .isEqualTo(1);
        assertThat(group.at("/capabilities/1/timeSeriesAcl/scope").has("idscope"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'name':''}",
                "{'name':'g','sourceId':'s','members':['m']}",
                "{'name':'g','capabilities':[{}]}",
                "{'name':'g','capabilities':[{'assetsAcl':{'actions':['FLY'],'scope':{'all':{}}}}]}",
                "{'name':'g','capabilities':[{'assetsAcl':{'actions':[],'scope':{'all':{}}}}]}",
                "{'name':'g','capabilities':[{'assetsAcl':{'actions':['READ']}}]}",
                "{'name':'g','capabilities':[{'assetsAcl':{'actions':['READ'],'scope':{'tableScope':"
                        + "{'dbsToTables':{}}}}}]}",
                "{'name':'g','capabilities':[{'assetsAcl':{'actions':['READ'],'scope':{'datasetScope':{'ids':['x']}}}}"
                        + "]}",
                "{'name':'g','metadata':{'a-key-of-more-than-thirty-two-bytes':'v'}}"
            })
    void refusesWhatIsNoGroup(String group) {
        assertThat(create(group).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'db':{'tables':['t']}}", "{'db':['t']}", "{'db':{}}", "{'db':[]}", "{'db':{'tables':[]}}"})
    void understandsEveryFormOfTableScope(String tables) {
        TestClient client = client(EmulatedClient.inGroups("c", "s", "g"));
        admin.post("/raw/dbs/db/tables?ensureParent=true", "{'items':[{'name':'t'}]}");
        admin.post("/raw/dbs/other/tables?ensureParent=true", "{'items':[{'name':'t'}]}");

        create("{'name':'g','sourceId':'g','capabilities':[{'rawAcl':{'actions':['READ'],'scope':{'tableScope':"
                + "{'dbsToTables':" + tables + "}}}}]}");

        assertThat(client.get("/raw/dbs/db/tables/t/rows").status()).isEqualTo(200);
        assertThat(client.get("/raw/dbs/other/tables/t/rows").status()).isEqualTo(403);
    }

    @Test
    void leavesOutCapabilitiesOfOtherProjects() {
        TestClient client = client(EmulatedClient.inGroups("c", "s", "g"));

        create("{'name':'g','sourceId':'g','capabilities':[{'assetsAcl':{'actions':['READ'],'scope':{'all':{}}},"
                + "'projectUrlNames':{'urlNames':['another']}}]}");

        assertThat(client.post("/assets/list", "{}").status()).isEqualTo(403);
    }

    @Test
    void inspectionTellsCapabilitiesAsGroupsWriteThem() {
        TestClient client = client(new EmulatedClient(
                "c", "s", List.of(Capability.of("projectsAcl", "LIST"), Capability.of("groupsAcl", "LIST"))));
        create("{'name':'g','members':['c'],'capabilities':[{'timeSeriesAcl':{'actions':['READ'],'scope':"
                + "{'datasetScope':{'ids':[77]}}},'projectUrlNames':{'urlNames':['demo','b']}}]}");

        JsonNode inspected = client.get("/api/v1/token/inspect").json();

        assertThat(inspected.at("/projects/0/groups")).hasSize(2);
        assertThat(inspected.path("capabilities").toString())
                .contains("{\"timeSeriesAcl\":{\"actions\":[\"READ\"],\"scope\":{\"datasetScope\":{\"ids\":[77]}}},"
                        + "\"projectScope\":{\"projects\":[\"demo\",\"b\"]}}");
    }

    @Test
    void showsProjectToThoseWhoMay() {
        assertThat(admin.get("/api/v1/projects").item(0).path("urlName").asText())
                .isEqualTo("demo");
        JsonNode project = admin.get("/api/v1/projects/demo").json();
        assertThat(project.path("urlName").asText()).isEqualTo("demo");
        assertThat(project.at("/oidcConfiguration/tokenUrl").asText())
                .isEqualTo(cdf.tokenUri().toString());

        TestClient client = client(new EmulatedClient("c", "s", List.of()));
        assertThat(client.get("/api/v1/projects").items()).isEmpty();
        assertThat(client.get("/api/v1/projects/demo").status()).isEqualTo(403);
    }
}
