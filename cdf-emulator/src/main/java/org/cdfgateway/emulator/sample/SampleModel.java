package org.cdfgateway.emulator.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.instance.InstanceWrites;
import org.cdfgateway.emulator.model.Models;

/**
 * A small data model with nodes and edges, in the space {@code industry}: sites, equipment at them, and pipes through
 * which one equipment feeds the next. The definitions are in the resource {@code industry-model.json}.
 */
public final class SampleModel {

    private static final String SPACE = "industry";
    private static final String RESOURCE = "industry-model.json";
    private static final int BATCH = 1_000;
    private static final int MAX_EQUIPMENT = 50_000;
    private static final int EQUIPMENT_OF_SITE = 50;
    private static final List<String> KINDS = List.of("pump", "compressor", "tank", "exchanger");
    private static final List<String> MEDIA = List.of("water", "steam", "crude oil", "natural gas");
    private static final LocalDate FIRST_INSTALLED = LocalDate.of(1998, 1, 1);
    private static final int INSTALLED_DAYS = 9_000;

    private final Models models;
    private final InstanceWrites instances;
    private final long seed;
    private final List<ObjectNode> waiting = new ArrayList<>();
    private int batches;

    public SampleModel(Models models, InstanceWrites instances, long seed) {
        this.models = models;
        this.instances = instances;
        this.seed = seed;
    }

    /** @param assets how large the project is; there are three equipments for ten assets, up to a bound */
    public void load(int assets) {
        models.load(definitions(), SampleTime.FIRST_IMPORT);
        int equipments = Math.min(MAX_EQUIPMENT, Math.max(EQUIPMENT_OF_SITE / 2, assets * 3 / 10));
        int sites = Math.max(1, Math.min(Vocabulary.PLANTS.size(), equipments / EQUIPMENT_OF_SITE));
        for (int i = 0; i < sites; i++) {
            site(i);
        }
        flush();
        for (int i = 0; i < equipments; i++) {
            equipment(i, i % sites);
        }
        flush();
        for (int i = sites; i < equipments; i++) {
            pipe(i - sites, i);
        }
        flush();
    }

    private static JsonNode definitions() {
        try (InputStream in = Objects.requireNonNull(SampleModel.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return Json.object(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void site(int number) {
        Vocabulary.Term plant = Vocabulary.PLANTS.get(number);
        properties("node", plant.code(), "Site")
                .put("name", plant.words())
                .put("country", number % 3 == 0 ? "Norway" : "Sweden")
                .put("latitude", 58 + number * 0.37)
                .put("longitude", 5 + number * 0.61)
                .putArray("tags")
                .add("site");
    }

    private void equipment(int number, int site) {
        String kind = KINDS.get(Noise.below(KINDS.size(), seed, number));
        String code = Vocabulary.PLANTS.get(site).code();
        ObjectNode properties = properties("node", externalId(number), "Equipment")
                .put("name", Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " " + number)
                .put("tag", code + "-" + Digits.padded(number, 6))
                .put("kind", kind)
                .put("designPressure", 5 + Noise.below(400, seed, number + 1L) / 10.0)
                .put("spares", Noise.below(5, seed, number + 2L))
                .put("inService", Noise.below(10, seed, number + 3L) > 0)
                .put(
                        "installed",
                        FIRST_INSTALLED
                                .plusDays(Noise.below(INSTALLED_DAYS, seed, number + 4L))
                                .toString());
        properties.putObject("site").put("space", SPACE).put("externalId", code);
        if (number % 4 != 0) {
            properties.put("ratedPower", 10 + Noise.below(5_000, seed, number + 5L) / 10.0);
        }
        if (number % 10 == 0) {
            properties.putObject("documents").put("manual", "M-" + number).put("pages", 20 + number % 80);
        }
    }

    private void pipe(int from, int to) {
        String externalId = "pipe-" + Digits.padded(to, 6);
        properties("edge", externalId, "Pipe")
                .put("diameter", 50 + 25 * Noise.below(10, seed, to))
                .put("medium", MEDIA.get(Noise.below(MEDIA.size(), seed, to + 1L)));
        ObjectNode edge = waiting.get(waiting.size() - 1);
        edge.putObject("type").put("space", SPACE).put("externalId", "feeds");
        edge.putObject("startNode").put("space", SPACE).put("externalId", externalId(from));
        edge.putObject("endNode").put("space", SPACE).put("externalId", externalId(to));
    }

    private static String externalId(int equipment) {
        return "equipment-" + Digits.padded(equipment, 6);
    }

    /** The properties, still empty, of one more instance. */
    private ObjectNode properties(String instanceType, String externalId, String view) {
        if (waiting.size() == BATCH) {
            flush();
        }
        ObjectNode item = Json.newObject()
                .put("instanceType", instanceType)
                .put("space", SPACE)
                .put("externalId", externalId);
        waiting.add(item);
        ObjectNode source = item.putArray("sources").addObject();
        source.putObject("source")
                .put("type", "view")
                .put("space", SPACE)
                .put("externalId", view)
                .put("version", "v1");
        return source.putObject("properties");
    }

    private void flush() {
        instances.load(waiting, SampleTime.created(batches * BATCH));
        waiting.clear();
        batches++;
    }
}
