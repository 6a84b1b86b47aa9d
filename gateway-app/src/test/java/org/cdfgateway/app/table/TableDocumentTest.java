package org.cdfgateway.app.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cdfgateway.domain.table.custom.CustomColumn;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.cdfgateway.domain.table.custom.CustomSource;
import org.cdfgateway.domain.table.custom.CustomTable;
import org.cdfgateway.domain.table.custom.DataModelSource;
import org.cdfgateway.domain.table.custom.InstanceKind;
import org.cdfgateway.domain.table.custom.PropertyType;
import org.cdfgateway.domain.table.custom.RawSource;
import org.cdfgateway.domain.table.custom.ViewId;
import org.cdfgateway.domain.table.custom.ViewProperty;
import org.cdfgateway.domain.table.custom.ViewSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableDocumentTest {
    private static final Instant CREATED = Instant.ofEpochMilli(1_000);

    static Stream<CustomSource> sources() {
        ViewSource view = new ViewSource(
                new ViewId("sp", "Pump", "v1"),
                InstanceKind.EDGES,
                Arrays.stream(PropertyType.values())
                        .flatMap(type -> Stream.of(
                                property("one" + type, type, false), property("list \"of\" " + type, type, true)))
                        .toList(),
                "Pumps, \"all\" of them");
        List<CustomColumn> columns = Arrays.stream(CustomColumnType.values())
                .map(type -> new CustomColumn("Column ä " + type, type))
                .toList();
        return Stream.of(
                new RawSource("db", "table", Optional.empty(), columns),
                new RawSource("db", "table", Optional.of(columns.get(3).name()), columns),
                view,
                new DataModelSource(new ViewId("sp", "Plant", "2"), List.of(view, view)),
                new DataModelSource(new ViewId("sp", "Empty", "2"), List.of()));
    }

    private static ViewProperty property(String name, PropertyType type, boolean isList) {
        return new ViewProperty(
                name,
                type,
                isList,
                !isList,
                isList ? Optional.of(new ViewId("other", "Site", "v2")) : Optional.empty(),
                isList ? "" : "About it");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void readsWhatItWrites(CustomSource source) {
        assertThat(TableDocument.read("My table", TableDocument.write(source), CREATED))
                .isEqualTo(new CustomTable("My table", source, CREATED));
    }

    @Test
    void readsWhatEarlierGatewaysWrote() {
        assertThat(TableDocument.read("t", """
                        {"form":1,"raw":{"database":"d","table":"t","primaryKey":"k","columns":[{"name":"k","type":"TEXT"}]}}
                        """, CREATED).source())
                .isEqualTo(new RawSource(
                        "d", "t", Optional.of("k"), List.of(new CustomColumn("k", CustomColumnType.TEXT))));
        assertThat(TableDocument.read("t", """
                        {"form":1,"view":{"id":{"space":"s","externalId":"V","version":"1"},"kind":"NODES","description":"",
                         "properties":[{"name":"p","type":"direct","list":false,"required":true,"description":"d",
                           "relatesTo":{"space":"s","externalId":"W","version":"1"}}]}}
                        """, CREATED).source())
                .isEqualTo(new ViewSource(
                        new ViewId("s", "V", "1"),
                        InstanceKind.NODES,
                        List.of(new ViewProperty(
                                "p",
                                PropertyType.DIRECT_RELATION,
                                false,
                                true,
                                Optional.of(new ViewId("s", "W", "1")),
                                "d")),
                        ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"form\":2,\"raw\":{}}",
                "{\"form\":1}",
                "{\"form\":1,\"raw\":{\"database\":1,\"table\":\"t\",\"columns\":[]}}",
                "{\"form\":1,\"raw\":{\"database\":\"d\",\"table\":\"t\",\"columns\":[{\"name\":\"a\",\"type\":\"INT\"}]}}",
                "{\"form\":1,\"raw\":{\"database\":\"d\",\"table\":\"t\",\"columns\":[]}} x"
            })
    void refusesWhatItDoesNotKnow(String text) {
        assertThatThrownBy(() -> TableDocument.read("t", text, CREATED)).isInstanceOf(IllegalArgumentException.class);
    }
}
