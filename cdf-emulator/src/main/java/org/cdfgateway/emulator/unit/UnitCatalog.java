package org.cdfgateway.emulator.unit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All units and unit systems, from the resources {@code units.csv} and {@code unit-systems.csv}. Immutable.
 *
 * <pre>
 * temperature:deg_c;DEG_C;degree Celsius;°C;Temperature;1;273.15;degree Celsius|Celsius|degC|°C
 * Imperial;Temperature;temperature:deg_f
 * </pre>
 */
public final class UnitCatalog {

    private static final UnitCatalog STANDARD = new UnitCatalog();

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, UnitSystem> systems = new LinkedHashMap<>();

    private UnitCatalog() {
        for (String[] cells : cells("units.csv")) {
            Unit unit = new Unit(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    cells[4],
                    Double.parseDouble(cells[5]),
                    Double.parseDouble(cells[6]),
                    List.of(cells[7].split("\\|", -1)));
            units.put(unit.externalId(), unit);
        }
        Map<String, Map<String, String>> bySystem = new LinkedHashMap<>();
        for (String[] cells : cells("unit-systems.csv")) {
            bySystem.computeIfAbsent(cells[0], unused -> new LinkedHashMap<>()).put(cells[1], cells[2]);
        }
        bySystem.forEach(
                (name, quantities) -> systems.put(name, new UnitSystem(name, Collections.unmodifiableMap(quantities))));
    }

    private static List<String[]> cells(String resource) {
        try (InputStream in = Objects.requireNonNull(UnitCatalog.class.getResourceAsStream(resource), resource);
                Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()) {
            return lines.skip(1).map(line -> line.split(";", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static UnitCatalog standard() {
        return STANDARD;
    }

    public Collection<Unit> units() {
        return Collections.unmodifiableCollection(units.values());
    }

    public Collection<UnitSystem> systems() {
        return Collections.unmodifiableCollection(systems.values());
    }

    public @Nullable Unit find(String externalId) {
        return units.get(externalId);
    }

    /** The quantity that a unit measures; empty when the unit is unknown. */
    public Optional<String> quantityOf(String externalId) {
        return Optional.ofNullable(units.get(externalId)).map(Unit::quantity);
    }

    /** The unit of a quantity in a system; null when either is unknown. */
    public @Nullable Unit find(String system, String quantity) {
        UnitSystem found = systems.get(system);
        String externalId = found == null ? null : found.units().get(quantity);
        return externalId == null ? null : find(externalId);
    }
}
