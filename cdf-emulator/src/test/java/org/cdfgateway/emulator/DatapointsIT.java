package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cdfgateway.emulator.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatapointsIT {

    private final MutableClock clock = new MutableClock();
    private CdfEmulator cdf;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withClock(clock));
        client = TestClient.admin(cdf);
        client.post(
                "/timeseries",
                "{'items':[{'externalId':'n','unit':'bar'},{'externalId':'s','isString':true},{'externalId':'m'}]}");
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private Answer insert(String series, String points) {
        return client.post(
                "/timeseries/data", "{'items':[{'externalId':'" + series + "','datapoints':[" + points + "]}]}");
    }

    private Answer list(String item) {
        return client.post("/timeseries/data/list", "{'items':[{" + item + "}]}");
    }

    private String points(String item) {
        Answer answer = list(item);
        assertThat(answer.text()).doesNotContain("error");
        return answer.item(0).path("datapoints").toString().replace('"', '\'');
    }

    private static String numbered(int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(i -> "{'timestamp':" + i + ",'value':" + i + "}")
                .collect(Collectors.joining(","));
    }

    @Test
    void readsWhatWasInsertedInOrderOfTime() {
        assertThat(insert("n", "{'timestamp':3,'value':3.5},{'timestamp':1,'value':1},{'timestamp':2,'value':-2e-7}")
                        .text())
                .isEqualTo("{}");

        assertThat(points("'externalId':'n'"))
                .isEqualTo("[{'timestamp':1,'value':1.0},{'timestamp':2,'value':-2.0E-7},{'timestamp':3,'value':3.5}]");
        JsonNode item = list("'externalId':'n'").item(0);
        assertThat(item.path("unit").asText()).isEqualTo("bar");
        assertThat(item.path("isString").asBoolean()).isFalse();
        assertThat(item.has("nextCursor")).isFalse();
    }

    @Test
    void replacesPointAtSameTime() {
        insert("n", numbered(0, 5));
        insert("n", "{'timestamp':2,'value':7},{'timestamp':2,'value':8},{'timestamp':-5,'value':1}");

        assertThat(points("'externalId':'n','start':-10,'limit':4"))
                .isEqualTo("[{'timestamp':-5,'value':1.0},{'timestamp':0,'value':0.0},{'timestamp':1,'value':1.0},"
                        + "{'timestamp':2,'value':8.0}]");
    }

    @Test
    void storesTexts() {
        insert("s", "{'timestamp':1,'value':'on'},{'timestamp':2,'value':'NaN'},{'timestamp':3,'value':''}");

        assertThat(points("'externalId':'s'"))
                .isEqualTo("[{'timestamp':1,'value':'on'},{'timestamp':2,'value':'NaN'},{'timestamp':3,'value':''}]");
        assertThat(list("'externalId':'s'").item(0).has("isStep")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            n | {'timestamp':1,'value':'x'}                                     | 400 Expected numeric value
            s | {'timestamp':1,'value':5}                                       | 400 Expected string value
            n | {'timestamp':1}                                                 | 400 Expected numeric value
            n | {'timestamp':1,'value':null}                                    | 400 Expected numeric value
            n | {'timestamp':1,'value':'NaN'}                                   | 400 Expected numeric value
            n | {'timestamp':1,'value':1e100}                                   | 400 Value of datapoint must be
            n | {'timestamp':4102444800000,'value':1}                           | 400 timestamp must be between
            n | {'timestamp':-2208988800001,'value':1}                          | 400 timestamp must be between
            n | {'timestamp':1.5,'value':1}                                     | 400 Invalid JSON at offset
            n | {'value':1}                                                     | 400 Missing required fields: timestamp
            n | {'timestamp':1,'value':1,'status':{'code':1}}                   | 400 Invalid status code
            n | {'timestamp':1,'value':1,'status':{'symbol':'good'}}            | 400 Invalid status code symbol
            n | {'timestamp':1,'value':1,'status':{'code':0,'symbol':'Bad'}}    | 400 Invalid status code
            x | {'timestamp':1,'value':1}                                       | 400 Time series not found
            """)
    void refusesWrongPoints(String series, String point, String error) {
        Answer answer = client.post(
                "/timeseries/data",
                "{'items':[{'externalId':'m','datapoints':[{'timestamp':1,'value':1}]},{'externalId':'" + series
                        + "','datapoints':[" + point + "]}]}");

        assertThat(answer.error()).startsWith(error);
        assertThat(points("'externalId':'m'")).isEqualTo("[]");
    }

    @Test
    void refusesTooLongTextsCountedInBytes() {
        assertThat(insert("s", "{'timestamp':1,'value':'" + "ø".repeat(511) + "'}")
                        .status())
                .isEqualTo(200);
        assertThat(insert("s", "{'timestamp':1,'value':'" + "ø".repeat(512) + "'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesSameSeriesTwiceInOneInsert() {
        String item = "{'externalId':'n','datapoints':[{'timestamp':1,'value':1}]}";

        assertThat(client.post("/timeseries/data", "{'items':[" + item + "," + item + "]}")
                        .error())
                .isEqualTo("422 Duplicate time series references");
    }

    @Test
    void refusesTooManyPoints() {
        assertThat(insert("n", numbered(0, 100_001)).status()).isEqualTo(400);
        assertThat(insert("n", numbered(0, 100_000)).status()).isEqualTo(200);
    }

    @Test
    void pagesWithCursorsUntilTheEndOfTheRange() {
        insert("n", numbered(0, 25));
        List<Integer> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode item = list("'externalId':'n','start':3,'end':24,'limit':7" + cursor)
                    .item(0);
            item.path("datapoints")
                    .forEach(point -> seen.add(point.path("timestamp").asInt()));
            cursor = item.has("nextCursor")
                    ? ",'cursor':'" + item.path("nextCursor").asText() + "'"
                    : "";
            pages++;
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(IntStream.range(3, 24).boxed().toList());
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void cursorIsForItsSeriesOnly() {
        insert("n", numbered(0, 5));
        String cursor =
                list("'externalId':'n','limit':2").item(0).path("nextCursor").asText();

        String id = list("'externalId':'n'").item(0).path("id").asText();
        assertThat(list("'id':" + id + ",'cursor':'" + cursor + "'").item(0).path("datapoints"))
                .hasSize(3);
        assertThat(list("'externalId':'m','limit':2,'cursor':'" + cursor + "'").status())
                .isEqualTo(400);
        assertThat(list("'externalId':'n','cursor':'x'").status()).isEqualTo(400);
    }

    @Test
    void itemsOverrideDefaultsOfTheRequest() {
        insert("n", numbered(0, 9));
        insert("m", numbered(0, 9));

        Answer answer = client.post(
                "/timeseries/data/list",
                "{'limit':2,'start':5,'items':[{'externalId':'m'},{'externalId':'n','limit':1,'start':0},"
                        + "{'externalId':'m','end':6}]}");

        assertThat(answer.items())
                .extracting(item -> item.path("externalId").asText()
                        + item.path("datapoints").size()
                        + item.at("/datapoints/0/timestamp"))
                .containsExactly("m25", "n10", "m15");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'items':[]}
            {'items':[{'externalId':'n','start':5,'end':5}]}
            {'items':[{'externalId':'n','start':'yesterday'}]}
            {'items':[{'externalId':'n','limit':100001}]}
            {'items':[{'externalId':'n','limit':60000},{'externalId':'m','limit':60000}]}
            {'items':[{'externalId':'n','id':5}]}
            {'items':[{'externalId':'unknown'}]}
            {'items':[{'instanceId':{'space':'s','externalId':'n'}}]}
            {'items':[{'externalId':'n','aggregates':['xyz']}]}
            {'items':[{'externalId':'s','aggregates':['count'],'granularity':'1h'}]}
            {'items':[{'externalId':'n','includeOutsidePoints':true,'cursor':'x'}]}
            """)
    void refusesWrongReads(String body) {
        assertThat(client.post("/timeseries/data/list", body).status()).isEqualTo(400);
    }

    @Test
    void leavesOutUnknownSeriesOnRequest() {
        Answer answer = client.post(
                "/timeseries/data/list", "{'items':[{'externalId':'x'},{'externalId':'n'}],'ignoreUnknownIds':true}");

        assertThat(answer.items()).hasSize(1);
    }

    @Test
    void understandsRelativeTimes() {
        long now = clock.millis();
        long day = Duration.ofDays(1).toMillis();
        insert(
                "n",
                "{'timestamp':" + (now - 2 * day) + ",'value':1},{'timestamp':" + now + ",'value':2},{'timestamp':"
                        + (now + day) + ",'value':3}");

        assertThat(list("'externalId':'n','start':'3d-ago'").item(0).path("datapoints"))
                .hasSize(1);
        assertThat(list("'externalId':'n','start':'1h-ago','end':'2d-ahead'")
                        .item(0)
                        .path("datapoints"))
                .hasSize(2);
    }

    @Test
    void addsOutsidePoints() {
        insert("n", numbered(0, 10));

        assertThat(list("'externalId':'n','start':4,'end':6,'includeOutsidePoints':true")
                        .item(0)
                        .path("datapoints")
                        .findValuesAsText("timestamp"))
                .containsExactly("3", "4", "5", "6");
        assertThat(list("'externalId':'n','start':4,'end':6,'includeOutsidePoints':true,'limit':0")
                        .item(0)
                        .path("datapoints")
                        .findValuesAsText("timestamp"))
                .containsExactly("3", "6");
    }

    @Test
    void hidesBadPointsUnlessAskedFor() {
        insert(
                "n",
                "{'timestamp':1,'value':1},{'timestamp':2,'value':2,'status':{'code':1073741824}},"
                        + "{'timestamp':3,'value':null,'status':{'symbol':'Bad'}},"
                        + "{'timestamp':4,'value':'-Infinity','status':{'code':2147483648}},"
                        + "{'timestamp':5,'value':5,'status':{'code':1024}}");

        assertThat(points("'externalId':'n'")).isEqualTo("[{'timestamp':1,'value':1.0},{'timestamp':5,'value':5.0}]");
        assertThat(points("'externalId':'n','treatUncertainAsBad':false")).contains("'timestamp':2");
        assertThat(points("'externalId':'n','ignoreBadDataPoints':false,'includeStatus':true"))
                .isEqualTo("[{'timestamp':1,'value':1.0},"
                        + "{'timestamp':2,'value':2.0,'status':{'code':1073741824,'symbol':'Uncertain'}},"
                        + "{'timestamp':3,'status':{'code':2147483648,'symbol':'Bad'}},"
                        + "{'timestamp':4,'value':'-Infinity','status':{'code':2147483648,'symbol':'Bad'}},"
                        + "{'timestamp':5,'value':5.0,'status':{'code':1024,'symbol':'Good'}}]");
    }

    @Test
    void findsLatestBeforeATime() {
        insert("n", numbered(0, 10) + ",{'timestamp':50,'value':0,'status':{'symbol':'Bad'}}");

        Answer answer = client.post(
                "/timeseries/data/latest",
                "{'items':[{'externalId':'n'},{'externalId':'n','before':4},{'externalId':'n','before':'0'}]}");

        assertThat(answer.items())
                .extracting(item ->
                        item.path("datapoints").findValuesAsText("timestamp").toString())
                .containsExactly("[9]", "[3]", "[]");
    }

    @Test
    void deletesRanges() {
        insert("n", numbered(0, 10));

        assertThat(client.post(
                                "/timeseries/data/delete",
                                "{'items':[{'externalId':'n','inclusiveBegin':2,'exclusiveEnd':8},"
                                        + "{'externalId':'n','inclusiveBegin':9}]}")
                        .text())
                .isEqualTo("{}");

        assertThat(list("'externalId':'n'").item(0).path("datapoints").findValuesAsText("timestamp"))
                .containsExactly("0", "1", "8");
    }

    @Test
    void pointsGoWithTheirSeries() {
        insert("n", numbered(0, 10));

        client.post("/timeseries/delete", "{'items':[{'externalId':'n'}]}");
        client.post("/timeseries", "{'items':[{'externalId':'n'}]}");

        assertThat(points("'externalId':'n'")).isEqualTo("[]");
    }
}
