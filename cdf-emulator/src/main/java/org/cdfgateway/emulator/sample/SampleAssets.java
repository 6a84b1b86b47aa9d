package org.cdfgateway.emulator.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cdfgateway.emulator.resource.AssetSchema;
import org.cdfgateway.emulator.resource.IdSource;
import org.cdfgateway.emulator.sample.Vocabulary.Equipment;
import org.cdfgateway.emulator.sample.Vocabulary.Term;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Plants, their areas, systems, equipment and its parts:
 *
 * <pre>
 * Nordvik Refinery                NOR
 * └ Crude distillation            NOR-10
 *   └ lube oil system             NOR-10-03
 *     └ Centrifugal pump          NOR-10-03-P-0001
 *       └ bearing                 NOR-10-03-P-0001-BRG
 * </pre>
 */
final class SampleAssets {

    private static final int ASSETS_PER_PLANT = 500;

    /** An equipment that sensors and work can be at. */
    record Place(Item asset, Equipment equipment) {}

    private final IdSource ids;
    private final long seed;
    private final Long dataSetId;
    private final List<Item> items = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<String, String> descriptions = new HashMap<>();
    private final Map<Integer, Metadata> partMetadata = new HashMap<>();

    SampleAssets(IdSource ids, long seed, Long dataSetId) {
        this.ids = ids;
        this.seed = seed;
        this.dataSetId = dataSetId;
    }

    List<Item> items() {
        return items;
    }

    List<Place> places() {
        return places;
    }

    void generate(int count) {
        int plants = Math.max(1, Math.min(Vocabulary.PLANTS.size(), count / ASSETS_PER_PLANT));
        for (int i = 0; i < plants; i++) {
            int until = (int) ((long) count * (i + 1) / plants);
            plant(Vocabulary.PLANTS.get(i), i, until);
        }
    }

    private void plant(Term plant, int number, int until) {
        if (items.size() >= until) {
            return;
        }
        Map<Field, Object> values = new HashMap<>();
        values.put(AssetSchema.METADATA, Metadata.of("country", number % 3 == 0 ? "NO" : "SE", "kind", "plant"));
        values.put(
                AssetSchema.GEO_LOCATION,
                String.format(
                        Locale.ROOT,
                        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[%.4f,%.4f]}}",
                        5 + number * 0.61,
                        58 + number * 0.37));
        Item root = add(null, plant.code(), plant.words(), "Plant " + plant.words(), values);
        List<Item> areas = new ArrayList<>();
        for (Term area : Vocabulary.AREAS) {
            if (items.size() < until) {
                areas.add(add(
                        root,
                        plant.code() + "-" + area.code(),
                        area.words(),
                        shared(area.words() + " area"),
                        Map.of(AssetSchema.METADATA, Metadata.of("kind", "area", "areaCode", area.code()))));
            }
        }
        List<Item> systems = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            for (Term system : Vocabulary.SYSTEMS) {
                if (items.size() < until) {
                    String areaCode = Vocabulary.AREAS.get(i).code();
                    systems.add(add(
                            areas.get(i),
                            plant.code() + "-" + areaCode + "-" + system.code(),
                            areaCode + "-" + system.code() + " " + system.words(),
                            shared(system.words()),
                            Map.of(AssetSchema.METADATA, Metadata.of("kind", "system"))));
                }
            }
        }
        for (int i = 0; items.size() < until; i++) {
            equipment(systems.get(i % systems.size()), i / systems.size() + 1, i, until);
        }
    }

    private void equipment(Item system, int number, int index, int until) {
        Equipment equipment = Vocabulary.EQUIPMENT.get(Noise.below(Vocabulary.EQUIPMENT.size(), seed, items.size()));
        String systemCode = AssetSchema.EXTERNAL_ID.textOf(system);
        String code = systemCode + "-" + equipment.term().code() + "-" + Digits.padded(number, 4);
        String tag = code.substring(code.indexOf('-') + 1);
        Map<Field, Object> values = new HashMap<>();
        values.put(AssetSchema.METADATA, equipmentMetadata(index));
        values.put(AssetSchema.LABELS, new String[] {equipment.label()});
        Item asset = add(
                system,
                code,
                tag,
                shared(equipment.term().words() + ", " + AssetSchema.DESCRIPTION.textOf(system)),
                values);
        places.add(new Place(asset, equipment));
        for (Term part : equipment.parts()) {
            if (items.size() < until) {
                add(
                        asset,
                        code + "-" + part.code(),
                        tag + " " + part.words(),
                        shared(part.words() + " of " + equipment.term().words().toLowerCase(Locale.ROOT)),
                        Map.of(AssetSchema.METADATA, partMetadata()));
            }
        }
    }

    private Metadata equipmentMetadata(int index) {
        int number = items.size();
        return Metadata.of(
                "kind",
                "equipment",
                "manufacturer",
                pick(Vocabulary.MANUFACTURERS, number),
                "criticality",
                pick(Vocabulary.CRITICALITIES, number + 1L),
                "serialNumber",
                "SN" + Integer.toHexString((int) (Noise.bits(seed, index) >>> 40) | 0x1000000));
    }

    private Metadata partMetadata() {
        int year = 1998 + Noise.below(27, seed, items.size());
        return partMetadata.computeIfAbsent(
                year, unused -> Metadata.of("kind", "part", "installed", Integer.toString(year)));
    }

    private String pick(List<String> words, long index) {
        return words.get(Noise.below(words.size(), seed, index));
    }

    /** The same text only once in memory. */
    private String shared(String text) {
        String capitalized = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return descriptions.computeIfAbsent(capitalized, unused -> capitalized);
    }

    private Item add(
            @Nullable Item parent, String externalId, String name, String description, Map<Field, Object> more) {
        Long id = ids.next();
        @Nullable Object[] values = new @Nullable Object[AssetSchema.slots()];
        values[AssetSchema.EXTERNAL_ID.slot()] = externalId;
        values[AssetSchema.NAME.slot()] = name;
        values[AssetSchema.DESCRIPTION.slot()] = description;
        values[AssetSchema.DATA_SET_ID.slot()] = dataSetId;
        values[AssetSchema.SOURCE.slot()] = "SAP";
        values[AssetSchema.ROOT_ID.slot()] = parent == null ? id : AssetSchema.ROOT_ID.of(parent);
        if (parent != null) {
            values[AssetSchema.PARENT_ID.slot()] = parent.id();
            values[AssetSchema.PARENT_EXTERNAL_ID.slot()] = AssetSchema.EXTERNAL_ID.of(parent);
        }
        more.forEach((field, value) -> values[field.slot()] = value);
        long created = SampleTime.created(items.size());
        boolean changed = Noise.below(5, seed, id) == 0;
        long updated = changed ? SampleTime.START + Noise.below(SampleTime.YEAR, seed, id) : created;
        Item item = new Item(id, created, updated, values);
        items.add(item);
        return item;
    }
}
