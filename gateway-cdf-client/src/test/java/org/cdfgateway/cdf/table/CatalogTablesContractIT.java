package org.cdfgateway.cdf.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.CONTAINERS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.DATA_MODELS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.UNITS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.UNIT_SYSTEMS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.VIEWS;

import java.util.List;
import org.cdfgateway.cdf.EmulatedCdf;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.TableDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tables that can only be read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogTablesContractIT {
    private final EmulatedCdf cdf = EmulatedCdf.empty();

    CatalogTablesContractIT() {
        cdf.post("models/spaces", "{\"items\":[{\"space\":\"plant\"},{\"space\":\"plant-2\"}]}");
        cdf.post("models/containers", """
                {"items":[
                  {"space":"plant","externalId":"Pump","name":"Pump","usedFor":"node",
                   "properties":{"flow":{"type":{"type":"float64"}}}},
                  {"space":"plant-2","externalId":"Valve","properties":{"open":{"type":{"type":"boolean"}}}}]}""");
        for (String version : List.of("v1", "v2")) {
            cdf.post("models/views", """
                    {"items":[{"space":"plant","externalId":"Pump","version":"%s","name":"Pumpe ø",
                      "properties":{"flow":{"container":{"type":"container","space":"plant","externalId":"Pump"},
                        "containerPropertyIdentifier":"flow"}}}]}""".formatted(version));
            cdf.post("models/datamodels", """
                    {"items":[{"space":"plant","externalId":"Plant","version":"%1$s",
                      "views":[{"type":"view","space":"plant","externalId":"Pump","version":"%1$s"}]}]}""".formatted(version));
        }
    }

    @AfterAll
    void stop() {
        cdf.close();
    }

    private abstract class OnEmulator extends EmulatedTableContract {
        OnEmulator(TableDefinition table) {
            super(cdf, table, cdf.rows(table, Predicate.all()).subList(0, 3));
        }

        @Override
        protected Row aNewRow() {
            throw new AssertionError("the table can only be read");
        }
    }

    @Nested
    class DataModels extends OnEmulator {
        DataModels() {
            super(DATA_MODELS);
        }
    }

    @Nested
    class Views extends OnEmulator {
        Views() {
            super(VIEWS);
        }
    }

    @Nested
    class Containers extends OnEmulator {
        Containers() {
            super(CONTAINERS);
        }
    }

    @Nested
    class Units extends OnEmulator {
        Units() {
            super(UNITS);
        }
    }

    @Nested
    class UnitSystems extends OnEmulator {
        UnitSystems() {
            super(UNIT_SYSTEMS);
        }
    }

    private List<Row> inSpace(TableDefinition table, Object space) {
        return cdf.rows(table, new Predicate.Comparison(table.column("space"), ComparisonOperator.EQUAL, space));
    }

    @Test
    void readsAllVersionsOfASpace() {
        for (TableDefinition table : List.of(VIEWS, DATA_MODELS)) {
            int version = table.position("version").orElseThrow();

            assertThat(inSpace(table, "plant").stream().map(row -> row.value(version)))
                    .containsExactlyInAnyOrder("v1", "v2");
        }
    }

    @Test
    void readsWhatBelongsToCdf() {
        int isGlobal = VIEWS.position("is_global").orElseThrow();

        assertThat(cdf.rows(VIEWS, Predicate.all())).anyMatch(row -> Boolean.TRUE.equals(row.value(isGlobal)));
    }

    @Test
    void asksOnlyForTheSpacesThatCanExist() {
        assertThat(inSpace(CONTAINERS, "plant-2")).hasSize(1);
        assertThat(inSpace(CONTAINERS, "no such space")).isEmpty();
        assertThat(inSpace(CONTAINERS, "unknown")).isEmpty();
    }

    @Test
    void readsUnitsWithTheirConversion() {
        Row celsius = cdf.rows(UNITS, Predicate.all()).stream()
                .filter(row -> "temperature:deg_c".equals(row.value(0)))
                .findFirst()
                .orElseThrow();

        assertThat(celsius.value(UNITS.position("conversion").orElseThrow()))
                .asString()
                .contains("\"multiplier\"", "273.15");
        assertThat(celsius.value(UNITS.position("alias_names").orElseThrow())).isInstanceOf(List.class);
    }
}
