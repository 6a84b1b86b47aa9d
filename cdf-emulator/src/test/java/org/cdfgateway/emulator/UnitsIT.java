package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cdfgateway.emulator.unit.Unit;
import org.cdfgateway.emulator.unit.UnitCatalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsIT {

    private static CdfEmulator cdf;
    private static TestClient client;

    @BeforeAll
    static void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults());
        client = TestClient.admin(cdf);
    }

    @AfterAll
    static void stop() {
        cdf.close();
    }

    private static Unit unit(String externalId) {
        return Objects.requireNonNull(UnitCatalog.standard().find(externalId), externalId);
    }

    @Test
    void listsAllUnits() {
        assertThat(client.get("/units").items()).hasSizeGreaterThan(300).allSatisfy(unit -> {
            String quantity = unit.path("quantity").asText();
            assertThat(unit.path("externalId").asText())
                    .isEqualTo(quantity.toLowerCase(Locale.ROOT).replace(' ', '_') + ":"
                            + unit.path("name").asText().toLowerCase(Locale.ROOT));
            assertThat(unit.at("/conversion/multiplier").asDouble()).isPositive();
        });
    }

    @Test
    void knowsOneUnitByItsExternalId() {
        JsonNode unit = client.get("/units/temperature:deg_c").item(0);

        assertThat(unit.path("symbol").asText()).isEqualTo("°C");
        assertThat(unit.at("/conversion/offset").asDouble()).isEqualTo(273.15);
        assertThat(client.get("/units/temperature:deg_x").error()).startsWith("400 ");
    }

    @Test
    void givesUnitsInTheOrderAskedFor() {
        String both = "'items':[{'externalId':'pressure:psi'},{'externalId':'x:y'},{'externalId':'length:m'}]";

        assertThat(client.post("/units/byids", "{" + both + ",'ignoreUnknownIds':true}")
                        .items())
                .extracting(unit -> unit.path("externalId").asText())
                .containsExactly("pressure:psi", "length:m");
        assertThat(client.post("/units/byids", "{" + both + "}")
                        .json()
                        .at("/error/missing/0/externalId")
                        .asText())
                .isEqualTo("x:y");
    }

    @Test
    void systemsNameOneKnownUnitForAQuantity() {
        Map<String, Set<String>> quantities = new HashMap<>();
        for (JsonNode system : client.get("/units/systems").items()) {
            for (JsonNode quantity : system.path("quantities")) {
                Unit unit = unit(quantity.path("unitExternalId").asText());
                assertThat(unit.quantity()).isEqualTo(quantity.path("name").asText());
                assertThat(quantities
                                .computeIfAbsent(system.path("name").asText(), unused -> new HashSet<>())
                                .add(unit.quantity()))
                        .isTrue();
            }
        }

        assertThat(quantities).containsOnlyKeys("Default", "SI", "Imperial");
        assertThat(quantities.get("Default")).hasSize(50);
    }

    @Test
    void aliasesAreUniqueWithinAQuantity() {
        Set<String> seen = new HashSet<>();
        for (Unit unit : UnitCatalog.standard().units()) {
            for (String alias : unit.aliasNames()) {
                assertThat(seen.add(unit.quantity() + ": " + alias)).as(alias).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "temperature:deg_c, temperature:deg_f, 100, 212",
        "temperature:deg_f, temperature:k, 32, 273.15",
        "pressure:psi, pressure:bar, 14.5, 0.999739807509",
        "pressure:barg, pressure:bar, 0, 1.01325",
        "length:mi, length:kilom, 1, 1.609344",
        "mass:lb, mass:kilogm, 10, 4.5359237",
        "volume:bbl_us, volume:l, 1, 158.987294928",
        "energy:kiloj, energy:kilow-hr, 3600, 1",
        "power:hp, power:w, 1, 745.699871582",
        "time:day, time:hr, 2, 48"
    })
    void convertsBetweenUnits(String from, String to, double value, double expected) {
        Unit source = unit(from);
        Unit target = unit(to);

        assertThat(source.convert(value, target)).isEqualTo(expected);
    }
}
