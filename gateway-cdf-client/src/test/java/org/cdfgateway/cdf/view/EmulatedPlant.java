package org.cdfgateway.cdf.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cdfgateway.cdf.EmulatedCdf;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.custom.CustomTable;
import org.cdfgateway.domain.table.custom.ViewSource;

/** Spaces {@code plant} and {@code other} with views of all kinds, as tables. */
final class EmulatedPlant implements AutoCloseable {
    private static final List<String> TYPES = List.of(
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

    final EmulatedCdf cdf = EmulatedCdf.empty();

    EmulatedPlant() {
        post("spaces", "{'space':'plant'},{'space':'other'}");
        post(
                "containers",
                container(
                                "All",
                                "node",
                                Stream.concat(
                                                TYPES.stream()
                                                        .flatMap(type -> Stream.of(
                                                                property("a_" + type, type, false),
                                                                property("some_" + type, type, true))),
                                                Stream.of(
                                                        "'level':{'type':{'type':'enum','values':{'high':{},'low':{}}}}"))
                                        .toList())
                        + ","
                        + container("Named", "all", List.of("'name':{'type':{'type':'text'},'nullable':false}"))
                        + ","
                        + container(
                                "Pump",
                                "node",
                                List.of(
                                        "'flow':{'type':{'type':'float64'},'description':'in m3/h'}",
                                        "'stages':{'type':{'type':'int32'},'defaultValue':1,'nullable':false}",
                                        "'parent':{'type':{'type':'direct'}}"))
                        + ","
                        + container("Flow", "edge", List.of("'rate':{'type':{'type':'float32'}}")));
        post(
                "views",
                view("All", "v1", List.of(), allProperties())
                        + ","
                        + view("Named", "v1", List.of(), mapped("Named", "name"))
                        + ","
                        + view(
                                "Pump",
                                "v1",
                                List.of("Named"),
                                mapped("Pump", "flow", "stages") + ","
                                        + "'parent':{'container':{'type':'container','space':'plant','externalId':'Pump'},"
                                        + "'containerPropertyIdentifier':'parent','source':" + reference("Named") + "},"
                                        + "'flows':{'connectionType':'multi_edge_connection','source':"
                                        + reference("Named")
                                        + ",'type':{'space':'plant','externalId':'flowsTo'}}")
                        + ","
                        + view("Flow", "v1", List.of(), mapped("Flow", "rate")));
    }

    private static String property(String name, String type, boolean isList) {
        return "'" + name + "':{'type':{'type':'" + type + "','list':" + isList + "}}";
    }

    private static String container(String name, String usedFor, List<String> properties) {
        return "{'space':'plant','externalId':'" + name + "','usedFor':'" + usedFor + "','properties':{"
                + String.join(",", properties) + "}}";
    }

    static String view(String name, String version, List<String> parents, String properties) {
        return "{'space':'plant','externalId':'" + name + "','version':'" + version + "','description':'All " + name
                + "s','implements':["
                + parents.stream().map(EmulatedPlant::reference).collect(Collectors.joining(",")) + "],'properties':{"
                + properties + "}}";
    }

    static String reference(String view) {
        return "{'type':'view','space':'plant','externalId':'" + view + "','version':'v1'}";
    }

    private static String allProperties() {
        return mapped(
                "All",
                Stream.concat(
                                TYPES.stream().flatMap(type -> Stream.of("a_" + type, "some_" + type)),
                                Stream.of("level"))
                        .toArray(String[]::new));
    }

    static String mapped(String container, String... properties) {
        return Stream.of(properties)
                .map(property -> "'" + property + "':{'container':{'type':'container','space':'plant','externalId':'"
                        + container + "'},'containerPropertyIdentifier':'" + property + "'}")
                .collect(Collectors.joining(","));
    }

    /** Creates definitions of data modeling. */
    void post(String kind, String items) {
        cdf.post("models/" + kind, ("{'items':[" + items + "]}").replace('\'', '"'));
    }

    /** Applies instances as somebody else would. */
    void apply(String items) {
        post("instances", items);
    }

    ViewSource view(String name) {
        return cdf.connection().views().view("plant", name, Optional.empty(), Optional.empty(), cdf.access());
    }

    /** A table over the newest version of a view. */
    TableAdapter table(String name) {
        return cdf.connection()
                .customTables()
                .adapters(new CustomTable(name, view(name), Instant.EPOCH))
                .get(0);
    }

    List<Row> rows(TableAdapter table) {
        return rows(table, Predicate.all());
    }

    List<Row> rows(TableAdapter table, Predicate predicate) {
        Scan scan = new Scan(table.table(), Set.copyOf(table.table().columns()), predicate);
        List<Row> rows = new ArrayList<>();
        try (RowReader reader = table.read(scan, cdf.access())) {
            for (RowBatch batch = reader.next(); batch != null; batch = reader.next()) {
                rows.addAll(batch.rows());
            }
        }
        return rows;
    }

    List<Row> insert(TableAdapter table, Row... rows) {
        return table.requireInserter().insert(List.of(rows), cdf.access());
    }

    @Override
    public void close() {
        cdf.close();
    }
}
