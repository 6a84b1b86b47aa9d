package org.cdfgateway.emulator.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.resource.AssetSchema;
import org.cdfgateway.emulator.resource.EventSchema;
import org.cdfgateway.emulator.resource.IdSource;
import org.cdfgateway.emulator.sample.SampleAssets.Place;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.Metadata;
import org.jspecify.annotations.Nullable;

/** A year of alarms, work orders, inspections and shutdowns. */
final class SampleEvents {

    /** What happens, in how many of a hundred cases, for how long at most. */
    private enum Kind {
        ALARM(50, "ALM-", "alarm", "PI", SampleTime.HOUR),
        WORK_ORDER(37, "WO-", "workorder", "SAP", 5 * SampleTime.DAY),
        INSPECTION(11, "INS-", "inspection", "SAP", SampleTime.DAY),
        SHUTDOWN(2, "SD-", "shutdown", "SAP", 14 * SampleTime.DAY);

        private final int percent;
        private final String prefix;
        private final String type;
        private final String source;
        private final long longest;

        Kind(int percent, String prefix, String type, String source, long longest) {
            this.percent = percent;
            this.prefix = prefix;
            this.type = type;
            this.source = source;
            this.longest = longest;
        }

        static Kind of(int percentage) {
            int passed = 0;
            for (Kind kind : values()) {
                passed += kind.percent;
                if (percentage < passed) {
                    return kind;
                }
            }
            return SHUTDOWN;
        }
    }

    private final IdSource ids;
    private final long seed;
    private final Long workDataSet;
    private final Long alarmDataSet;
    private final List<Place> places;
    private final Map<String, Metadata> metadata = new HashMap<>();

    SampleEvents(IdSource ids, long seed, Long workDataSet, Long alarmDataSet, List<Place> places) {
        this.ids = ids;
        this.seed = Noise.bits(seed, 101);
        this.workDataSet = workDataSet;
        this.alarmDataSet = alarmDataSet;
        this.places = places;
    }

    List<Item> generate(int count) {
        List<Item> events = new ArrayList<>(count);
        for (int i = 0; i < count && !places.isEmpty(); i++) {
            events.add(event(i, count));
        }
        return events;
    }

    private Item event(int number, int count) {
        long own = Noise.bits(seed, number);
        Kind kind = Kind.of(Noise.below(100, own, 1));
        Place place = places.get(Noise.below(places.size(), own, 2));
        @Nullable Object[] values = new @Nullable Object[EventSchema.slots()];
        values[EventSchema.EXTERNAL_ID.slot()] = kind.prefix + (4_000_000 + number);
        values[EventSchema.TYPE.slot()] = kind.type;
        values[EventSchema.SOURCE.slot()] = kind.source;
        values[EventSchema.DATA_SET_ID.slot()] = kind == Kind.ALARM ? alarmDataSet : workDataSet;
        values[EventSchema.ASSET_IDS.slot()] = assets(place, own);
        String subject = kind == Kind.ALARM
                ? Vocabulary.ALARMS.get(Noise.below(Vocabulary.ALARMS.size(), own, 3))
                : Vocabulary.TASKS.get(Noise.below(Vocabulary.TASKS.size(), own, 3));
        values[EventSchema.DESCRIPTION.slot()] = subject + " at " + AssetSchema.NAME.textOf(place.asset());
        values[EventSchema.SUBTYPE.slot()] = subtype(kind, own);
        values[EventSchema.METADATA.slot()] = metadata(kind, own);
        // Some work is planned without a date yet, some has not ended.
        if (Noise.below(250, own, 4) != 0) {
            long start = SampleTime.START + SampleTime.YEAR / count * number;
            values[EventSchema.START_TIME.slot()] = start;
            if (Noise.below(40, own, 5) != 0) {
                values[EventSchema.END_TIME.slot()] = start + 60_000 + Noise.below(kind.longest, own, 6);
            }
        }
        long created = SampleTime.created(number) + SampleTime.DAY;
        return new Item(ids.next(), created, created, values);
    }

    private long[] assets(Place place, long own) {
        long first = place.asset().id();
        if (Noise.below(10, own, 7) != 0) {
            return new long[] {first};
        }
        long second = places.get(Noise.below(places.size(), own, 8)).asset().id();
        return first == second ? new long[] {first} : new long[] {first, second};
    }

    private static String subtype(Kind kind, long own) {
        boolean first = Noise.below(3, own, 9) != 0;
        return switch (kind) {
            case ALARM -> first ? "process" : "safety";
            case WORK_ORDER -> first ? "preventive" : "corrective";
            case INSPECTION -> first ? "visual" : "thickness measurement";
            case SHUTDOWN -> first ? "planned" : "unplanned";
        };
    }

    private Metadata metadata(Kind kind, long own) {
        String priority = Integer.toString(1 + Noise.below(4, own, 10));
        String status = Noise.below(8, own, 11) == 0 ? "open" : "closed";
        String center = "WC-" + (10 + Noise.below(12, own, 12));
        return metadata.computeIfAbsent(
                kind.type + priority + status + center,
                unused -> kind == Kind.ALARM
                        ? Metadata.of("priority", priority, "status", status)
                        : Metadata.of("priority", priority, "status", status, "workCenter", center));
    }
}
