package org.cdfgateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Creating, listing, finding and deleting custom tables over HTTP. */
class TablesApiTest {
    private static final String TABLES = "/api/v1/projects/plant-a/postgresgateway/tables/";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private AdminServer server;

    @BeforeEach
    void start() {
        server = AdminServer.start(
                AdminSettings.plain(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), ApiRoutes.all());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String raw(String name) {
        return "{\"type\":\"raw_rows\",\"tablename\":" + quoted(name)
                + ",\"options\":{\"database\":\"src\",\"table\":\"pumps\"},\"columns\":{\"id\":{\"type\":\"BIGINT\"}}}";
    }

    private static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }

    private static String items(String... items) {
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    private static String names(String... names) {
        return items(IntStream.range(0, names.length)
                .mapToObj(i -> "{\"tablename\":" + quoted(names[i]) + "}")
                .toArray(String[]::new));
    }

    @Test
    void createsATableOverRaw() throws Exception {
        HttpResponse<String> created = post("writer", "b", "", items("""
                {"type": "raw_rows", "tablename": "My pumps-1",
                 "options": {"database": "src", "table": "pumps", "primaryKey": "tag"},
                 "columns": {"tag": {"type": "TEXT"}, "Pressure": {"type": "DOUBLE PRECISION"}}}"""));

        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(created.body())
                .isEqualTo("{\"items\":[{\"tablename\":\"My pumps-1\",\"type\":\"raw_rows\",\"columns\":{"
                        + "\"tag\":{\"type\":\"TEXT\"},\"Pressure\":{\"type\":\"DOUBLE PRECISION\"}},\"options\":{"
                        + "\"database\":\"src\",\"table\":\"pumps\",\"primaryKey\":\"tag\"},\"createdTime\":1000}]}");
        assertThat(get("reader", "b", "").body()).isEqualTo(created.body());
    }

    @Test
    void takesAllColumnTypes() throws Exception {
        String columns = Arrays.stream(CustomColumnType.values())
                .map(type -> quoted("c " + type) + ":{\"type\":" + quoted(type.apiName()) + "}")
                .collect(Collectors.joining(","));
        String item = raw("t").replace("\"id\":{\"type\":\"BIGINT\"}", columns);

        HttpResponse<String> created = post("writer", "b", "", items(item));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        assertThat(JSON.readTree(created.body()).at("/items/0/columns"))
                .isEqualTo(JSON.readTree(item).at("/columns"));
    }

    @ParameterizedTest
    @CsvSource({"view, node", "nodes, node", "edges, edge"})
    void createsTablesOverViews(String type, String instanceType) throws Exception {
        String options = "{\"space\":\"sp\",\"externalId\":\"Pump\",\"version\":\"v1\"}";
        HttpResponse<String> created = post(
                "writer",
                "b",
                "",
                items("{\"type\":\"" + type + "\",\"tablename\":\"pumps\",\"options\":" + options + "}"));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        JsonNode table = JSON.readTree(created.body()).at("/items/0");
        assertThat(table.path("type").asText()).isEqualTo("view");
        assertThat(table.path("instanceType").asText()).isEqualTo(instanceType);
        assertThat(table.path("options")).hasToString(options);
        assertThat(table.at("/columns/pressure/type").asText()).isEqualTo("DOUBLE PRECISION");
        assertThat(table.at("/columns/external_id/type").asText()).isEqualTo("VARCHAR");
    }

    @Test
    void createsDataModels() throws Exception {
        HttpResponse<String> created = post(
                "writer",
                "b",
                "",
                items("{\"type\":\"data_model\",\"tablename\":\"plant\",\"options\":{\"space\":\"sp\","
                        + "\"externalId\":\"Plant\"}}"));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        JsonNode model = JSON.readTree(created.body()).at("/items/0");
        assertThat(model.path("type").asText()).isEqualTo("data_model");
        assertThat(model.at("/options/version").asText()).isEqualTo("newest");
        assertThat(model.path("columns")).isEmpty();
        assertThat(model.path("tables").findValuesAsText("tablename")).containsExactly("Pump", "Flow");
        assertThat(model.at("/tables/1/instanceType").asText()).isEqualTo("edge");
    }

    @Test
    void listsPageByPage() throws Exception {
        post("writer", "b", "", items(raw("c"), raw("a"), raw("b")));
        List<String> names = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = JSON.readTree(
                    get("reader", "b", "?includeBuiltIns=yes&limit=7" + cursor).body());
            page.path("items")
                    .forEach(table -> names.add(table.path("tablename").asText()));
            cursor = page.has("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : "";
            pages++;
        } while (!cursor.isEmpty());

        List<String> expected = new ArrayList<>(
                BuiltInTables.ALL.stream().map(table -> table.name()).toList());
        expected.addAll(List.of("a", "b", "c"));
        assertThat(names).isEqualTo(expected);
        assertThat(pages).isEqualTo((expected.size() + 6) / 7);
    }

    @Test
    void pagesGoOnAfterADeletedTable() throws Exception {
        post("writer", "b", "", items(raw("a"), raw("b"), raw("c")));
        String cursor = JSON.readTree(get("reader", "b", "?limit=2").body())
                .path("nextCursor")
                .asText();
        post("writer", "b", "/delete", names("b"));

        assertThat(JSON.readTree(get("reader", "b", "?cursor=" + cursor).body()).findValuesAsText("tablename"))
                .containsExactly("c");
    }

    @ParameterizedTest
    @CsvSource({"true, 21", "yes, 21", "false, 0", "no, 0"})
    void showsBuiltInTablesWhenAsked(String asked, int least) throws Exception {
        JsonNode items = JSON.readTree(
                        get("reader", "b", "?includeBuiltIns=" + asked).body())
                .path("items");

        assertThat(items).hasSize(least == 0 ? 0 : BuiltInTables.ALL.size());
        if (least > 0) {
            assertThat(items.get(0).path("type").asText()).isEqualTo("built_in");
            assertThat(items.get(0).path("columns")).isNotEmpty();
            assertThat(items.get(0).has("createdTime")).isFalse();
        }
    }

    @Test
    void retrievesByName() throws Exception {
        post("writer", "b", "", items(raw("My table-1")));

        assertThat(JSON.readTree(post("reader", "b", "/byids", names("My table-1", "assets"))
                                .body())
                        .findValuesAsText("type"))
                .contains("raw_rows", "built_in");
        assertThat(post("reader", "b", "/byids", names("x", "My table-1", "y")).body())
                .isEqualTo("{\"error\":{\"code\":400,\"message\":\"table not found: x, y\","
                        + "\"missing\":[{\"tablename\":\"x\"},{\"tablename\":\"y\"}]}}");
        assertThat(post("reader", "b", "/byids", names("x").replace("]}", "],\"ignoreUnknownIds\":true}"))
                        .body())
                .isEqualTo("{\"items\":[]}");
    }

    @Test
    void deletesAllOrNone() throws Exception {
        post("writer", "b", "", items(raw("a"), raw("c")));

        assertThat(post("writer", "b", "/delete", names("a", "x")).body())
                .contains("\"missing\":[{\"tablename\":\"x\"}]");
        assertThat(JSON.readTree(get("reader", "b", "").body()).path("items")).hasSize(2);
        assertThat(post("writer", "b", "/delete", names("a", "x").replace("]}", "],\"ignoreUnknownIds\":true}"))
                        .body())
                .isEqualTo("{}");
        assertThat(JSON.readTree(get("reader", "b", "").body()).path("items")).hasSize(1);
        assertThat(post("writer", "b", "/delete", names("assets")).body())
                .contains("table \\\"assets\\\" is built in and cannot be deleted");
    }

    @Test
    void namesWhatExistsAlready() throws Exception {
        post("writer", "b", "", items(raw("a")));

        HttpResponse<String> response = post("writer", "b", "", items(raw("c"), raw("a")));

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body())
                .isEqualTo("{\"error\":{\"code\":409,\"message\":\"table exists already: a\","
                        + "\"duplicated\":[{\"tablename\":\"a\"}]}}");
        assertThat(JSON.readTree(get("reader", "b", "").body()).path("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assets",
                "ASSETS",
                "Raw_Rows",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void refusesNamesOfTables(String name) throws Exception {
        HttpResponse<String> response = post("writer", "b", "", items(raw(name)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("items[0].tablename: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "Public", "pg_model", "cdf", "cdf_x", "v1", "information_schema"})
    void refusesNamesOfSchemas(String name) throws Exception {
        HttpResponse<String> response = post(
                "writer",
                "b",
                "",
                items("{\"type\":\"data_model\",\"tablename\":\"" + name
                        + "\",\"options\":{\"space\":\"sp\",\"externalId\":\"Plant\"}}"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("cannot be the schema of a data model");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "type":"raw_rows" -> "type":"fdm"          | 400 | items[0].type: \\"fdm\\" (expected: raw_rows, view
            BIGINT -> INTEGER                          | 400 | items[0].columns.id.type: \\"INTEGER\\" (expected: BIGINT, BIGINT[]
            "id": -> "_raw_key":                       | 400 | \\"_raw_key\\" begins with _raw_
            "id": -> "ctid":                           | 400 | a column that PostgreSQL gives every table
            "id":{"type":"BIGINT"} ->                  | 400 | items[0].columns: none (expected: 1 or more)
            "table":"pumps" -> "table":"pumps","primaryKey":"x" | 400 | items[0].options.primaryKey: \\"x\\" (expected: the name of one of the columns)
            "database":"src" -> "database":""          | 422 | items[0].options.database: an empty text
            "database":"src" -> "database":"012345678901234567890123456789012" | 400 | items[0].options.database: 33 characters
            "columns":{ -> "columns":[{                | 400 | not valid JSON
            "table":"pumps" -> "table":"pumps","x":1   | 422 | unknown field \\"x\\"
            """)
    void saysWhatIsWrong(String change, int status, String message) throws Exception {
        String[] fromTo = change.split(" ->", 2);

        HttpResponse<String> response = post("writer", "b", "", items(raw("t").replace(fromTo[0], fromTo[1].strip())));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains(message);
    }

    @Test
    void refusesTooManyColumns() throws Exception {
        String columns = IntStream.range(0, ApiRoutes.MAX_COLUMNS - 1)
                .mapToObj(i -> "\"c" + i + "\":{\"type\":\"TEXT\"}")
                .collect(Collectors.joining(","));

        assertThat(post("writer", "b", "", items(raw("t").replace("\"id\":{\"type\":\"BIGINT\"}", columns)))
                        .body())
                .contains("would have 31 columns, with those that the gateway adds (expected: at most 30)");
    }

    @Test
    void refusesViewsThatCannotBeImported() throws Exception {
        assertThat(post(
                                "writer",
                                "b",
                                "",
                                items("{\"type\":\"view\",\"tablename\":\"x\",\"options\":{\"space\":\"sp\","
                                        + "\"externalId\":\"Missing\"}}"))
                        .body())
                .contains("\"code\":400")
                .contains(
                        "cannot be imported with the CDF session of gateway user \\\"b\\\": there is no view Missing");
        assertThat(post(
                                "writer",
                                "b",
                                "",
                                items("{\"type\":\"data_model\",\"tablename\":\"x\",\"options\":{\"space\":\"sp\","
                                        + "\"externalId\":\"Odd\"}}"))
                        .body())
                .contains("two views of the data model have the external id");
    }

    @Test
    void takesOneToTenItems() throws Exception {
        String[] eleven = IntStream.range(0, 11).mapToObj(i -> raw("t" + i)).toArray(String[]::new);

        assertThat(post("writer", "b", "", items(eleven)).statusCode()).isEqualTo(422);
        assertThat(post("writer", "b", "", items()).statusCode()).isEqualTo(422);
        assertThat(post("writer", "b", "", items(raw("a"), raw("a"))).body()).contains("\\\"a\\\" is given twice");
    }

    @ParameterizedTest
    @CsvSource({
        "reader, b, '', 403",
        "reader, b, /delete, 403",
        "keeper-of-b, a, '', 403",
        "keeper-of-b, b, '', 200",
        "stranger, b, '', 401",
        "writer, nobody, '', 400",
        "writer, nobody, /delete, 400",
        "writer, nobody, /byids, 400"
    })
    void demandsRightsAndAUser(String token, String username, String path, int status) throws Exception {
        String body = path.isEmpty() ? items(raw("a")) : names("a");

        assertThat(post(token, username, path, body).statusCode()).isEqualTo(status);
    }

    private HttpResponse<String> get(String token, String username, String query) throws Exception {
        return http.send(request(token, username + query).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String token, String username, String path, String body) throws Exception {
        return http.send(
                request(token, username + path)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.address().getPort() + TABLES + path))
                .header("Authorization", "Bearer " + token);
    }
}
