package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.zip.GZIPOutputStream;
import org.cdfgateway.emulator.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProtobufIT {

    private CdfEmulator cdf;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults());
        client = TestClient.admin(cdf);
        client.post(
                "/timeseries",
                "{'items':[{'externalId':'n','isStep':true,'unit':'bar','unitExternalId':'pressure:bar'},"
                        + "{'externalId':'s','isString':true}]}");
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private static byte[] insertion(String text) throws IOException {
        DynamicMessage.Builder builder = DynamicMessage.newBuilder(ProtobufSchema.INSERTION);
        TextFormat.merge(text, builder);
        return builder.build().toByteArray();
    }

    private Answer insert(String text) throws IOException {
        return client.send(client.request("/timeseries/data")
                .header("Content-Type", "application/protobuf")
                .POST(BodyPublishers.ofByteArray(insertion(text))));
    }

    private DynamicMessage list(String body) throws InvalidProtocolBufferException {
        Answer answer = client.send(client.request("/timeseries/data/list")
                .header("Content-Type", "application/json")
                .header("Accept", "application/protobuf")
                .POST(BodyPublishers.ofString(TestClient.quoted(body))));
        assertThat(answer.header("content-type")).isEqualTo("application/protobuf");
        return DynamicMessage.parseFrom(
                ProtobufSchema.RESPONSE, answer.response().body());
    }

    private static String text(DynamicMessage message) {
        return TextFormat.printer().emittingSingleLine(true).printToString(message);
    }

    @Test
    void writesWhatProtobufReads() throws IOException {
        client.post(
                "/timeseries/data",
                "{'items':[{'externalId':'n','datapoints':[{'timestamp':0,'value':0},{'timestamp':-5,'value':-0.5},"
                        + "{'timestamp':1700000000000,'value':1.25},"
                        + "{'timestamp':1700000000001,'status':{'symbol':'Bad'}},"
                        + "{'timestamp':1700000000002,'value':7}]},"
                        + "{'externalId':'s','datapoints':[{'timestamp':1,'value':'på'},{'timestamp':2,'value':''}]}]}");

        DynamicMessage response = list("{'start':-10,'items':[{'externalId':'n','limit':4,'includeStatus':true,"
                + "'ignoreBadDataPoints':false},{'externalId':'s'}]}");

        assertThat(text(response).replaceAll("(id|nextCursor): [^ ]+ ", ""))
                .isEqualTo("items { externalId: \"n\" numericDatapoints {"
                        + " datapoints { timestamp: -5 value: -0.5 } datapoints { }"
                        + " datapoints { timestamp: 1700000000000 value: 1.25 }"
                        + " datapoints { timestamp: 1700000000001 status { code: 2147483648 symbol: \"Bad\" }"
                        + " nullValue: true } }"
                        + " isStep: true unit: \"bar\" unitExternalId: \"pressure:bar\" type: 1 }"
                        + " items { externalId: \"s\" stringDatapoints {"
                        + " datapoints { timestamp: 1 value: \"p\\303\\245\" } datapoints { timestamp: 2 } }"
                        + " isString: true type: 2 }");
        assertThat(text(response)).contains("nextCursor");
    }

    @Test
    void readsWhatProtobufWrites() throws IOException {
        Answer answer = insert("items { externalId: 'n' numericDatapoints {"
                + " datapoints { timestamp: 5 value: 1.5 } datapoints { value: 2 }"
                + " datapoints { timestamp: 7 nullValue: true status { code: 2147483648 } } } }"
                + " items { externalId: 's' stringDatapoints { datapoints { timestamp: 1 value: 'on' } } }");

        assertThat(answer.text()).isEqualTo("{}");
        assertThat(client.post(
                                "/timeseries/data/list",
                                "{'items':[{'externalId':'n','ignoreBadDataPoints':false},{'externalId':'s'}]}")
                        .items())
                .extracting(item -> item.path("datapoints").toString().replace('"', '\''))
                .containsExactly(
                        "[{'timestamp':0,'value':2.0},{'timestamp':5,'value':1.5},{'timestamp':7}]",
                        "[{'timestamp':1,'value':'on'}]");
    }

    @Test
    void errorsStayJson() throws IOException {
        assertThat(insert("items { id: 5 numericDatapoints { datapoints { value: 1 } } }")
                        .error())
                .isEqualTo("400 Time series not found");
        assertThat(insert("items { externalId: 's' numericDatapoints { datapoints { value: 1 } } }")
                        .error())
                .startsWith("400 Expected string value");
        assertThat(insert("items { instanceId { space: 'a' externalId: 'n' } numericDatapoints { } }")
                        .json()
                        .at("/error/missing/0/instanceId/space")
                        .asText())
                .isEqualTo("a");
    }

    @Test
    void takesCompressedInsertions() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(insertion("items { externalId: 'n' numericDatapoints { datapoints { value: 1 } } }"));
        }

        Answer answer = client.send(client.request("/timeseries/data")
                .header("Content-Type", "application/protobuf")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(compressed.toByteArray())));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void refusesGarbage() {
        Answer answer = client.send(client.request("/timeseries/data")
                .header("Content-Type", "application/protobuf")
                .POST(BodyPublishers.ofByteArray(new byte[] {10, 127, 1})));

        assertThat(answer.status()).isEqualTo(400);
    }
}
