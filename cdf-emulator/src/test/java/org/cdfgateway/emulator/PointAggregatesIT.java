package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.TextFormat;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.OffsetDateTime;
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

class PointAggregatesIT {

    private static final long HOUR = 3_600_000;

    private CdfEmulator cdf;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults());
        client = TestClient.admin(cdf);
        client.post(
                "/timeseries",
                "{'items':[{'externalId':'line','unit':'°C','unitExternalId':'temperature:deg_c'},"
                        + "{'externalId':'step','isStep':true},{'externalId':'text','isString':true}]}");
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    /** @param points minute, value and perhaps a status' symbol of each, blanks between, commas between points */
    private void insert(String series, String points) {
        String json = List.of(points.split(",", -1)).stream()
                .map(point -> point.strip().split(" ", -1))
                .map(part -> "{'timestamp':" + Long.parseLong(part[0]) * 60_000 + ",'value':" + part[1]
                        + (part.length > 2 ? ",'status':{'symbol':'" + part[2] + "'}" : "") + "}")
                .collect(Collectors.joining(","));
        assertThat(client.post(
                                "/timeseries/data",
                                "{'items':[{'externalId':'" + series + "','datapoints':[" + json + "]}]}")
                        .text())
                .isEqualTo("{}");
    }

    private Answer list(String series, String aggregates, String rest) {
        String names = List.of(aggregates.split(" ", -1)).stream().collect(Collectors.joining("','", "['", "']"));
        return client.post(
                "/timeseries/data/list",
                "{'items':[{'externalId':'" + series + "','end':" + 24 * HOUR + ",'aggregates':" + names + "," + rest
                        + "}]}");
    }

    /** The aggregates of each bucket, behind its time in minutes. */
    private String buckets(String series, String aggregates, String rest) {
        Answer answer = list(series, aggregates, rest);
        assertThat(answer.text()).doesNotContain("error");
        List<String> buckets = new ArrayList<>();
        answer.item(0)
                .path("datapoints")
                .forEach(point -> buckets.add(point.path("timestamp").asLong() / 60_000 + ":"
                        + List.of(aggregates.split(" ", -1)).stream()
                                .map(point::path)
                                .map(value -> value.isMissingNode() ? "-" : value.toString())
                                .collect(Collectors.joining(" "))));
        return String.join(", ", buckets);
    }

    @Test
    void countsAndSumsPointsOfEachBucket() {
        insert("line", "0 1, 30 3, 59 5, 60 7, 200 9");

        assertThat(buckets("line", "count sum min max", "'granularity':'1h'"))
                .isEqualTo("0:3 9.0 1.0 5.0, 60:1 7.0 7.0 7.0, 180:1 9.0 9.0 9.0");
    }

    @Test
    void findsFirstExtremes() {
        insert("line", "0 1, 10 5, 20 5, 30 1");

        JsonNode bucket = list("line", "minDatapoint maxDatapoint", "'granularity':'1h'")
                .item(0)
                .path("datapoints")
                .path(0);
        assertThat(bucket.path("minDatapoint").toString().replace('"', '\'')).isEqualTo("{'timestamp':0,'value':1.0}");
        assertThat(bucket.path("maxDatapoint").toString().replace('"', '\''))
                .isEqualTo("{'timestamp':600000,'value':5.0}");
    }

    @Test
    void averagesLinesOverTime() {
        insert("line", "0 0, 30 30, 90 0");

        assertThat(buckets("line", "average interpolation stepInterpolation totalVariation", "'granularity':'60m'"))
                .isEqualTo("0:18.75 0.0 0.0 45.0, 60:7.5 15.0 30.0 15.0, "
                        + IntStream.range(2, 24)
                                .mapToObj(hour -> hour * 60 + ":- - 0.0 -")
                                .collect(Collectors.joining(", ")));
    }

    @Test
    void averagesStepsOverTime() {
        insert("step", "0 0, 30 10, 60 20, 120 0");

        assertThat(buckets("step", "average continuousVariance totalVariation", "'granularity':'1h'"))
                .isEqualTo("0:5.0 25.0 10.0, 60:20.0 0.0 10.0, 120:0.0 0.0 20.0");
    }

    @Test
    void keepsStepsBehindTheLastPoint() {
        insert("step", "61 4");

        assertThat(buckets("step", "count interpolation", "'granularity':'6h'"))
                .isEqualTo("0:1 -, 360:- 4.0, 720:- 4.0, 1080:- 4.0");
    }

    @Test
    void givesTheVarianceOfPoints() {
        insert("line", "0 2, 1 4, 30 4, 59 6");

        assertThat(buckets("line", "discreteVariance", "'granularity':'1h'")).isEqualTo("0:2.0");
    }

    @Test
    void tellsStatusesApart() {
        insert("line", "0 1, 10 2 Bad, 20 3 Uncertain, 40 4");

        assertThat(buckets(
                        "line",
                        "count countGood countUncertain countBad durationGood durationUncertain durationBad",
                        "'granularity':'1h'"))
                .isEqualTo("0:2 2 1 1 600000 1200000 600000");
        assertThat(buckets("line", "count sum", "'granularity':'1h','treatUncertainAsBad':false"))
                .isEqualTo("0:3 8.0");
    }

    @Test
    void leavesTimeBehindBadPointsOut() {
        insert("line", "0 0, 10 100 Bad, 20 20, 30 0");

        assertThat(buckets("line", "average", "'granularity':'1h'")).isEqualTo("0:10.0");
        assertThat(buckets("line", "average totalVariation", "'granularity':'1h','ignoreBadDataPoints':false"))
                .isEqualTo("0:5.0 20.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-28T12:00:00+01:00 | 1d    | Europe/Oslo | 2026-03-28T00:00+01:00 | 2026-03-29T00:00+01:00 | 2026-03-30T00:00+02:00
            2026-01-31T23:30:00Z      | month | UTC+05:30   | 2026-02-01T00:00+05:30 | 2026-03-01T00:00+05:30 | 2026-04-01T00:00+05:30
            2026-01-31T10:07:31Z      | 15m   | UTC         | 2026-01-31T10:07Z      | 2026-01-31T10:22Z      | 2026-01-31T10:37Z
            2026-01-31T10:07:31Z      | 2hour | UTC+05:30   | 2026-01-31T09:30Z      | 2026-01-31T11:30Z      | 2026-01-31T13:30Z
            2026-01-15T10:07:31Z      | 2mo   | UTC         | 2026-01-01T00:00Z      | 2026-03-01T00:00Z      | 2026-05-01T00:00Z
            """)
    void bucketsFollowUnitAndTimeZone(
            OffsetDateTime start,
            String granularity,
            String zone,
            OffsetDateTime first,
            OffsetDateTime second,
            OffsetDateTime third) {
        long before = first.toInstant().toEpochMilli() / 60_000 - 10;
        insert("step", before + " 7");

        Answer answer = list(
                "step",
                "stepInterpolation",
                "'limit':3,'granularity':'" + granularity + "','timeZone':'" + zone + "','start':"
                        + start.toInstant().toEpochMilli() + ",'end':'1000w-ahead'");

        assertThat(answer.item(0).path("datapoints").findValuesAsText("timestamp"))
                .containsExactly(
                        first.toInstant().toEpochMilli() + "",
                        second.toInstant().toEpochMilli() + "",
                        third.toInstant().toEpochMilli() + "");
    }

    @Test
    void lastBucketIsWhole() {
        insert("line", "0 1, 119 2, 120 3");

        assertThat(buckets("line", "count", "'granularity':'2h','end':60001")).isEqualTo("0:2");
    }

    @Test
    void pagesKeepTheBucketsOfTheFirst() {
        insert("line", IntStream.range(0, 10).mapToObj(i -> 7 * i + " 1").collect(Collectors.joining(",")));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode item = list("line", "count", "'start':61000,'granularity':'7m','limit':4" + cursor)
                    .item(0);
            item.path("datapoints")
                    .forEach(point -> seen.add(point.path("timestamp").asLong() / 60_000 + ""));
            cursor = item.has("nextCursor")
                    ? ",'cursor':'" + item.path("nextCursor").asText() + "'"
                    : "";
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly("1", "8", "15", "22", "29", "36", "43", "50", "57");
    }

    @Test
    void convertsUnits() {
        insert("line", "0 0, 30 100");

        String aggregates = "average sum min count totalVariation";
        assertThat(buckets("line", aggregates, "'granularity':'1h','targetUnit':'temperature:deg_f'"))
                .isEqualTo("0:122.0 244.0 32.0 2 180.0");
        JsonNode raw = client.post(
                        "/timeseries/data/list",
                        "{'items':[{'externalId':'line','targetUnitSystem':'Imperial','limit':1}]}")
                .item(0);
        assertThat(raw.at("/datapoints/0/value").doubleValue()).isEqualTo(32);
        assertThat(raw.path("unitExternalId").asText()).isEqualTo("temperature:deg_f");
        assertThat(raw.has("unit")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'aggregates':['xyz'],'granularity':'1h'                           | 400 Could not recognize aggregation value: 'xyz'.
            'aggregates':[],'granularity':'1h'                                | 400 aggregates must name at least one
            'aggregates':['sum','sum'],'granularity':'1h'                     | 400 aggregates must be unique
            'aggregates':['sum']                                              | 400 granularity is required
            'aggregates':['sum'],'granularity':'121s'                         | 400 granularity 121s: the number must
            'aggregates':['sum'],'granularity':'1w'                           | 400 Invalid granularity
            'aggregates':['sum'],'granularity':'1h','timeZone':'Mars'         | 400 Invalid time zone
            'aggregates':['sum'],'granularity':'1h','timeZone':'UTC+01:10'    | 400 Invalid time zone
            'aggregates':['sum'],'granularity':'1h','limit':10001             | 400 limit must be between 1 and 10000
            'aggregates':['sum'],'granularity':'1h','includeOutsidePoints':true | 400 includeOutsidePoints cannot
            'targetUnit':'temperature:deg_f','targetUnitSystem':'SI'          | 400 targetUnit and targetUnitSystem
            'targetUnit':'nonsense'                                           | 400 Unknown unit
            'targetUnit':'pressure:bar'                                       | 400 Cannot convert from
            """)
    void refusesWrongQueries(String item, String error) {
        assertThat(client.post("/timeseries/data/list", "{'items':[{'externalId':'line'," + item + "}]}")
                        .error())
                .startsWith(error);
    }

    @Test
    void refusesAggregatesOfTexts() {
        assertThat(list("text", "count", "'granularity':'1h'").error())
                .isEqualTo("400 Aggregates are not supported for string time series");
    }

    @Test
    void writesProtobuf() throws IOException {
        insert("line", "0 0, 30 2, 90 4");

        Answer answer = client.send(client.request("/timeseries/data/list")
                .header("Accept", "application/protobuf")
                .POST(BodyPublishers.ofString(TestClient.quoted("{'items':[{'externalId':'line','end':7200000,"
                        + "'aggregates':['count','interpolation','maxDatapoint'],'granularity':'1h'}]}"))));

        DynamicMessage message = DynamicMessage.parseFrom(
                ProtobufSchema.RESPONSE, answer.response().body());
        assertThat(TextFormat.printer().emittingSingleLine(true).printToString(message))
                .contains("aggregateDatapoints { datapoints { count: 2.0"
                        + " maxDatapoint { timestamp: 1800000 value: 2.0 } }"
                        + " datapoints { timestamp: 3600000 count: 1.0 interpolation: 3.0"
                        + " maxDatapoint { timestamp: 5400000 value: 4.0 } } }");
    }
}
