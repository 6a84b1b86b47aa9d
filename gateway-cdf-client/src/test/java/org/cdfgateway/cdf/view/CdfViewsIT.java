package org.cdfgateway.cdf.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.port.outbound.ViewImport;
import org.cdfgateway.domain.table.TableName;
import org.cdfgateway.domain.table.custom.CustomTable;
import org.cdfgateway.domain.table.custom.DataModelSource;
import org.cdfgateway.domain.table.custom.InstanceKind;
import org.cdfgateway.domain.table.custom.PropertyType;
import org.cdfgateway.domain.table.custom.ViewId;
import org.cdfgateway.domain.table.custom.ViewProperty;
import org.cdfgateway.domain.table.custom.ViewSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CdfViewsIT {
    private final EmulatedPlant plant = new EmulatedPlant();
    private final ViewImport views = plant.cdf.connection().views();

    @AfterAll
    void stop() {
        plant.close();
    }

    private ViewSource view(String name, Optional<String> version, Optional<InstanceKind> kind) {
        return views.view("plant", name, version, kind, plant.cdf.access());
    }

    private ViewSource pump() {
        return view("Pump", Optional.of("v1"), Optional.empty());
    }

    @Test
    void readsOwnAndInheritedPropertiesButNoConnections() {
        assertThat(pump().view()).isEqualTo(new ViewId("plant", "Pump", "v1"));
        assertThat(pump().kind()).isEqualTo(InstanceKind.NODES);
        assertThat(pump().description()).isEqualTo("All Pumps");
        assertThat(pump().properties())
                .extracting(ViewProperty::name)
                .containsExactly("flow", "stages", "parent", "name");
    }

    @Test
    void readsWhatPropertiesAre() {
        assertThat(pump().properties())
                .contains(
                        new ViewProperty("flow", PropertyType.FLOAT64, false, false, Optional.empty(), "in m3/h"),
                        new ViewProperty("stages", PropertyType.INT32, false, true, Optional.empty(), ""),
                        new ViewProperty(
                                "parent",
                                PropertyType.DIRECT_RELATION,
                                false,
                                false,
                                Optional.of(new ViewId("plant", "Named", "v1")),
                                ""));
        assertThat(view("All", Optional.empty(), Optional.empty()).properties())
                .anySatisfy(property -> {
                    assertThat(property.name()).isEqualTo("some_int64");
                    assertThat(property.isList()).isTrue();
                })
                .extracting(ViewProperty::type)
                .containsOnly(PropertyType.values());
    }

    @Test
    void choosesTheKindThatTheViewIsUsedFor() {
        assertThat(view("Flow", Optional.empty(), Optional.empty()).kind()).isEqualTo(InstanceKind.EDGES);
        assertThat(view("Named", Optional.empty(), Optional.empty()).kind()).isEqualTo(InstanceKind.NODES);
        assertThat(view("Named", Optional.empty(), Optional.of(InstanceKind.EDGES))
                        .kind())
                .isEqualTo(InstanceKind.EDGES);
    }

    @Test
    void refusesAKindThatTheViewIsNotUsedFor() {
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> view("Flow", Optional.empty(), Optional.of(InstanceKind.NODES)))
                .withMessage("view \"Flow\" has no nodes")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_PARAMETER_VALUE));
    }

    @Test
    void takesTheVersionThatWasCreatedLast() {
        String properties = EmulatedPlant.mapped("Named", "name");
        plant.post("views", EmulatedPlant.view("Versions", "v9", List.of(), properties));
        awaitAnotherMillisecond();
        plant.post("views", EmulatedPlant.view("Versions", "v10", List.of(), properties));

        assertThat(view("Versions", Optional.empty(), Optional.empty()).view().version())
                .isEqualTo("v10");
        assertThat(view("Versions", Optional.of("v9"), Optional.empty()).view().version())
                .isEqualTo("v9");
    }

    private static void awaitAnotherMillisecond() {
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() == now) {
            Thread.onSpinWait();
        }
    }

    @Test
    void namesWhatIsUnknown() {
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> view("Pumpe", Optional.of("v1"), Optional.empty()))
                .withMessage("there is no view \"Pumpe\" in space \"plant\", version v1")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.UNDEFINED_OBJECT))
                .satisfies(failure -> assertThat(failure.hint().orElseThrow()).contains("dataModelsAcl:READ"));
    }

    @Test
    void readsDataModelsInTheirOrder() {
        plant.post(
                "datamodels",
                "{'space':'plant','externalId':'Plant','version':'3','views':[" + EmulatedPlant.reference("Pump") + ","
                        + EmulatedPlant.reference("Flow") + "]}");

        DataModelSource model = views.dataModel("plant", "Plant", Optional.empty(), plant.cdf.access());

        assertThat(model.model()).isEqualTo(new ViewId("plant", "Plant", "3"));
        assertThat(model.views()).containsExactly(pump(), view("Flow", Optional.empty(), Optional.empty()));
        List<TableAdapter> tables =
                plant.cdf.connection().customTables().adapters(new CustomTable("plant_3", model, Instant.EPOCH));
        assertThat(tables)
                .extracting(table -> table.table().id())
                .containsExactly(new TableName("plant_3", "Pump"), new TableName("plant_3", "Flow"));
        assertThat(plant.rows(tables.get(0))).isEmpty();
    }

    @Test
    void namesUnknownDataModels() {
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> views.dataModel("plant", "None", Optional.empty(), plant.cdf.access()))
                .withMessage("there is no data model \"None\" in space \"plant\"");
    }
}
