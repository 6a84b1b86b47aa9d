package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.cdfgateway.emulator.TestClient.Answer;

/** A space {@code plant} with pumps, their values of all types, and edges between them. */
final class PlantModel {

    static final String PUMP = "{'type':'view','space':'plant','externalId':'Pump','version':'v1'}";
    static final String NAMED = "{'type':'view','space':'plant','externalId':'Named','version':'v1'}";
    static final String ALL = "{'type':'view','space':'plant','externalId':'All','version':'v1'}";
    static final String FLOW = "{'type':'view','space':'plant','externalId':'Flow','version':'v1'}";

    private static final List<String> ALL_TYPES = List.of(
            "text",
            "boolean",
            "int32",
            "int64",
            "float32",
            "float64",
            "timestamp",
            "date",
            "json",
            "direct",
            "timeseries",
            "file",
            "sequence");

    private final TestClient client;

    private PlantModel(TestClient client) {
        this.client = client;
    }

    static PlantModel create(TestClient client) {
        PlantModel plant = new PlantModel(client);
        plant.post("/models/spaces", "{'items':[{'space':'plant'}]}");
        StringBuilder types =
                new StringBuilder("'level':{'type':{'type':'enum','values':{'high':{},'low':{},'other':{}},"
                        + "'unknownValue':'other'}}");
        for (String type : ALL_TYPES) {
            types.append(",'")
                    .append(type)
                    .append("':{'type':{'type':'")
                    .append(type)
                    .append("'}},'")
                    .append(type)
                    .append("s':{'type':{'type':'")
                    .append(type)
                    .append("','list':true}}");
        }
        plant.post(
                "/models/containers",
                "{'items':[{'space':'plant','externalId':'Named','usedFor':'all','properties':{"
                        + "'name':{'type':{'type':'text','maxTextSize':20}},'tags':{'type':{'type':'text','list':true}}}},"
                        + "{'space':'plant','externalId':'Pump','properties':{"
                        + "'pressure':{'type':{'type':'float64','unit':{'externalId':'pressure:bar'}},'nullable':false},"
                        + "'stages':{'type':{'type':'int32'},'defaultValue':1},"
                        + "'serialNumber':{'type':{'type':'text'},'immutable':true},"
                        + "'number':{'type':{'type':'int64'},'autoIncrement':true},"
                        + "'unit':{'type':{'type':'direct'}},"
                        + "'start':{'type':{'type':'timestamp'}},'end':{'type':{'type':'timestamp'}}},"
                        + "'constraints':{'oneSerialNumber':{'constraintType':'uniqueness','properties':['serialNumber']}}},"
                        + "{'space':'plant','externalId':'All','properties':{" + types + "}},"
                        + "{'space':'plant','externalId':'Flow','usedFor':'edge','properties':{"
                        + "'rate':{'type':{'type':'float32'}}}}]}");
        plant.post(
                "/models/views",
                "{'items':[" + view("Named", List.of("name", "tags"), "") + ","
                        + view(
                                "Pump",
                                List.of("pressure", "stages", "serialNumber", "number", "unit", "start", "end"),
                                ",'implements':[" + NAMED + "]")
                        + ","
                        + view(
                                "All",
                                Stream.concat(
                                                Stream.of("level"),
                                                ALL_TYPES.stream().flatMap(type -> Stream.of(type, type + "s")))
                                        .toList(),
                                "")
                        + "," + view("Flow", List.of("rate"), "") + "]}");
        return plant;
    }

    private static String view(String name, List<String> properties, String more) {
        StringBuilder mapped = new StringBuilder();
        for (String property : properties) {
            mapped.append(mapped.isEmpty() ? "" : ",")
                    .append("'")
                    .append(property)
                    .append("':{'container':{'type':'container','space':'plant','externalId':'")
                    .append(name)
                    .append("'},'containerPropertyIdentifier':'")
                    .append(property)
                    .append("'}");
        }
        return "{'space':'plant','externalId':'" + name + "','version':'v1','properties':{" + mapped + "}" + more + "}";
    }

    static String node(String externalId, String view, String properties) {
        return "{'instanceType':'node','space':'plant','externalId':'" + externalId + "','sources':[{'source':" + view
                + ",'properties':{" + properties + "}}]}";
    }

    static String edge(String externalId, String start, String end) {
        return "{'instanceType':'edge','space':'plant','externalId':'" + externalId
                + "','type':{'space':'plant','externalId':'flowsTo'},'startNode':" + id(start) + ",'endNode':"
                + id(end) + "}";
    }

    static String id(String externalId) {
        return "{'space':'plant','externalId':'" + externalId + "'}";
    }

    private Answer post(String path, String body) {
        Answer answer = client.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    /** Applies items and expects that it works. */
    Answer apply(String items, String more) {
        return post("/models/instances", "{'items':[" + items + "]" + more + "}");
    }

    Answer apply(String items) {
        return apply(items, "");
    }

    /** Why items cannot be applied. */
    String refusal(String items, String more) {
        return client.post("/models/instances", "{'items':[" + items + "]" + more + "}")
                .error();
    }

    /** The external ids of listed instances. */
    List<String> list(String fields) {
        return client.listAll("/models/instances/list", fields).stream()
                .map(item -> item.path("externalId").asText())
                .toList();
    }

    JsonNode byId(String externalId, String view) {
        return post(
                        "/models/instances/byids",
                        "{'items':[{'instanceType':'node','space':'plant','externalId':'" + externalId
                                + "'}],'sources':[{'source':" + view + "}]}")
                .item(0);
    }
}
