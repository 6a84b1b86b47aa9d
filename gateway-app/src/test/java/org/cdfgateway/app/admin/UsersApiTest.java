package org.cdfgateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cdfgateway.app.admin.RefusalAudit.ChangeKind;
import org.cdfgateway.app.admin.RefusalAudit.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listing, finding, renewing and deleting gateway users over HTTP. */
class UsersApiTest {
    private static final String ROOT = "/api/v1/projects/{project}/postgresgateway";
    private static final String USERS = "/api/v1/projects/plant-a/postgresgateway";

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeUserRegistry users =
            new FakeUserRegistry().with("plant-a", "a", "b", "c").with("plant-b", "zz");
    private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    private AdminServer server;

    @BeforeEach
    void start() {
        Authorization authorization = new Authorization(FakeTokens::rightsOf);
        UserPages pages = new UserPages(users);
        server = AdminServer.start(
                AdminSettings.plain(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                List.of(
                        new Route("GET", ROOT, new ListUsers(authorization, pages)),
                        new Route(
                                "POST",
                                ROOT,
                                AuditedChange.creating(authorization, refusals::add, users, "gateway.example.com")),
                        new Route("GET", ROOT + "/capabilities/{username}", new CheckUser(authorization, users)),
                        new Route("POST", ROOT + "/list", new FilterUsers(authorization, pages)),
                        new Route("POST", ROOT + "/byids", new RetrieveUsers(authorization, users)),
                        new Route(
                                "POST", ROOT + "/update", AuditedChange.updating(authorization, refusals::add, users)),
                        new Route(
                                "POST",
                                ROOT + "/delete",
                                AuditedChange.deleting(authorization, refusals::add, users))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String user(String name) {
        return "{\"username\":\"" + name + "\",\"createdTime\":1000,\"lastUpdatedTime\":2000,\"sessionId\":7}";
    }

    @Test
    void listsTheUsersOfTheProject() throws Exception {
        assertThat(get("reader", USERS).body())
                .isEqualTo("{\"items\":[" + user("a") + "," + user("b") + "," + user("c") + "]}");
    }

    @Test
    void listsPageByPage() throws Exception {
        String first = get("reader", USERS + "?limit=2").body();
        String cursor = first.replaceAll(".*\"nextCursor\":\"([^\"]+)\".*", "$1");

        assertThat(first).startsWith("{\"items\":[" + user("a") + "," + user("b") + "],\"nextCursor\":");
        assertThat(get("reader", USERS + "?limit=2&cursor=" + cursor).body())
                .isEqualTo("{\"items\":[" + user("c") + "]}");
        assertThat(post("reader", "/list", "{\"limit\": 2, \"cursor\": \"" + cursor + "\"}")
                        .body())
                .isEqualTo("{\"items\":[" + user("c") + "]}");
    }

    @Test
    void listsTheUsersInTheCallersScopeOnly() throws Exception {
        assertThat(get("keeper-of-b", USERS).body()).isEqualTo("{\"items\":[" + user("b") + "]}");
    }

    @Test
    void retrievesUsersByName() throws Exception {
        assertThat(post("reader", "/byids", "{\"items\": [{\"username\": \"c\"}, {\"username\": \"a\"}]}")
                        .body())
                .isEqualTo("{\"items\":[" + user("c") + "," + user("a") + "]}");
    }

    @Test
    void namesUnknownUsers() throws Exception {
        String body = "{\"items\": [{\"username\": \"a\"}, {\"username\": \"zz\"}]}";

        HttpResponse<String> response = post("reader", "/byids", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo("{\"error\":{\"code\":400,\"message\":\"gateway user not found: zz\","
                        + "\"missing\":[{\"username\":\"zz\"}]}}");
        assertThat(post("reader", "/byids", body.replace("]}", "], \"ignoreUnknownIds\": true}"))
                        .body())
                .isEqualTo("{\"items\":[" + user("a") + "]}");
    }

    @Test
    void givesAUserAnotherSession() throws Exception {
        HttpResponse<String> response = post("writer", "/update", update("b", "n-2"));

        assertThat(response.body())
                .isEqualTo("{\"items\":[{\"username\":\"b\",\"createdTime\":1000,\"lastUpdatedTime\":3000,"
                        + "\"sessionId\":42}]}");
        assertThat(users.spent()).containsExactly("somebody plant-a n-2");
    }

    @Test
    void spendsNoNonceForAnUnknownUser() throws Exception {
        assertThat(post("writer", "/update", update("nobody", "n-2")).statusCode())
                .isEqualTo(400);
        assertThat(users.spent()).isEmpty();
    }

    @Test
    void deletesAUser() throws Exception {
        String body = "{\"items\": [{\"username\": \"b\"}]}";

        assertThat(post("writer", "/delete", body).body()).isEqualTo("{}");
        assertThat(users.find("plant-a", "b")).isEmpty();
        assertThat(post("writer", "/delete", body).statusCode()).isEqualTo(400);
        assertThat(post("writer", "/delete", body.replace("]}", "], \"ignoreUnknownIds\": true}"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("writer", "/delete", body.replace("]}", "], \"ignore_unknown_ids\": true}"))
                        .statusCode())
                .as("as Cognite's Python SDK spells it")
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            reader      | /update | {"items": [{"username": "b", "update": {"credentials": {"set": {"nonce": "n"}}}}]}
            reader      | /delete | {"items": [{"username": "b"}]}
            keeper-of-b | /update | {"items": [{"username": "c", "update": {"credentials": {"set": {"nonce": "n"}}}}]}
            keeper-of-b | /delete | {"items": [{"username": "c"}]}
            keeper-of-b | /byids  | {"items": [{"username": "c"}]}
            keeper-of-b | ''      | {"items": [{"credentials": {"nonce": "n"}}]}
            """)
    void refusesWhatTheCallerMayNotDo(String token, String path, String body) throws Exception {
        assertThat(post(token, path, body).statusCode()).isEqualTo(403);
        assertThat(refusals).hasSize(path.equals("/byids") ? 0 : 1);
        assertThat(users.spent()).isEmpty();
        assertThat(users.list("plant-a", null, 10)).hasSize(3);
    }

    @Test
    void writesDownWhoWasRefusedWhat() throws Exception {
        post("reader", "/delete", "{\"items\": [{\"username\": \"b\"}]}");
        post("writer", "/update", "{\"items\": [{\"username\": \"b\", \"update\": 5}]}");
        post("nobody", "/delete", "{\"items\": [{\"username\": \"b\"}]}");

        assertThat(refusals)
                .containsExactly(
                        new Refusal(
                                "somebody",
                                ChangeKind.DELETE_USER,
                                "plant-a",
                                "b",
                                "403: missing capability postgresGatewayAcl:WRITE in project \"plant-a\": add it to a CDF"
                                        + " group of the caller, or check the project's name"),
                        new Refusal(
                                "somebody",
                                ChangeKind.RENEW_SESSION,
                                "plant-a",
                                "b",
                                "422: items[0].update: a number (expected: an object)"));
    }

    @Test
    void showsWhatAUserCanDoWithEachTable() throws Exception {
        assertThat(get("reader", USERS + "/capabilities/a").body())
                .startsWith(
                        "{\"items\":[{\"tablename\":\"assets\",\"action\":\"read\",\"allowed\":false,\"scope\":\"none\","
                                + "\"missing\":[\"assetsAcl:READ\"]},");
        assertThat(get("reader", USERS + "/capabilities/unknown").statusCode()).isEqualTo(400);
        assertThat(get("keeper-of-b", USERS + "/capabilities/a").statusCode()).isEqualTo(403);
        assertThat(get("reader", USERS + "/capabilities/c").statusCode())
                .as("it is not the caller whose access has ended")
                .isEqualTo(400);
    }

    @Test
    void takesClientCredentialsInPlaceOfANonce() throws Exception {
        String client = "{\"clientCredentials\": {\"tokenUri\": \"https://login.example.com/t\", \"clientId\": \"app\","
                + " \"clientSecret\": \"hush\", \"scopes\": \"s\"}}";

        String created = post("writer", "", "{\"items\": [{\"credentials\": " + client + "}]}")
                .body();
        String updated = post(
                        "writer",
                        "/update",
                        "{\"items\": [{\"username\": \"b\", \"update\": {\"credentials\": {\"set\": " + client
                                + "}}}]}")
                .body();

        assertThat(List.of(created, updated))
                .allSatisfy(body -> assertThat(body)
                        .contains("\"clientCredentials\":{\"clientId\":\"app\",\"scopes\":\"s\","
                                + "\"tokenUri\":\"https://login.example.com/t\"}")
                        .doesNotContain("sessionId", "hush"));
        assertThat(users.spent()).containsExactly("somebody plant-a hush", "somebody plant-a hush");
    }

    @Test
    void doesNotTellWhetherAUserOutsideOfTheScopeExists() throws Exception {
        String existing = post("keeper-of-b", "/byids", "{\"items\": [{\"username\": \"c\"}]}")
                .body();
        String absent = post("keeper-of-b", "/byids", "{\"items\": [{\"username\": \"d\"}]}")
                .body();

        assertThat(existing.replace("\\\"c\\\"", "\\\"d\\\"")).isEqualTo(absent);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ?limit=0           | 400 | limit: "0" (expected: a number from 1 to 100)
            ?limit=101         | 400 | limit: "101" (expected: a number from 1 to 100)
            ?limit=many        | 400 | limit: "many" (expected: a number from 1 to 100)
            ?limit=1&limit=2   | 400 | query parameter limit is given twice
            ?cursor=%21%21     | 400 | cursor: not one that this API has given out
            """)
    void refusesOtherQueries(String query, int status, String message) throws Exception {
        HttpResponse<String> response = get("reader", USERS + query);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body().replace("\\\"", "\"")).contains("\"message\":\"" + message + "\"");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /list   | {"limit": 11}                                   | limit: 11 (expected: a number from 1 to 10)
            /list   | {"limit": "5"}                                  | limit: a text (expected: a number from 1 to 10)
            /list   | {"name": "x"}                                   | body: unknown field "name" (expected: limit, cursor)
            /byids  | {"items": []}                                   | Request must contain 1 to 10 items in request body, found 0
            /byids  | {"items": [{"username": 5}]}                    | items[0].username: a number (expected: a text)
            /byids  | {"items": [{"username": "a"}], "ignoreUnknownIds": 1} | ignoreUnknownIds: a number (expected: true or false)
            /update | {"items": [{"username": "a", "update": {}}]}    | items[0].update.credentials: missing (expected: an object)
            /update | {"items": [{"username": "a", "update": {"credentials": {"setNull": true}}}]} | items[0].update.credentials: unknown field "setNull" (expected: set)
            /update | {"items": [{"username": "a", "update": {"credentials": {"set": {"nonce": "n", "clientCredentials": {}}}}}]} | credentials: both nonce and clientCredentials (expected: one of them)
            /update | {"items": [{"username": "a", "update": {"credentials": {"set": {"clientCredentials": {"clientId": "x"}}}}}]} | items[0].update.credentials.set.clientCredentials.clientSecret: missing (expected: a text)
            /update | {"items": [{"username": "a", "update": {"credentials": {"set": {"clientCredentials": {"clientId": "x", "clientSecret": "y", "tokenUri": ":"}}}}}]} | clientCredentials.tokenUri: no URI
            /delete | {"items": [{"id": 1}]}                          | items[0]: unknown field "id" (expected: username)
            """)
    void refusesOtherBodies(String path, String body, String message) throws Exception {
        HttpResponse<String> response = post("writer", path, body);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body().replace("\\\"", "\"")).contains("\"message\":\"" + message + "\"");
    }

    private static String update(String username, String nonce) {
        return "{\"items\": [{\"username\": \"" + username
                + "\", \"update\": {\"credentials\": {\"set\": {\"nonce\": \"" + nonce + "\"}}}}]}";
    }

    private HttpResponse<String> get(String token, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String token, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(USERS + path))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }
}
