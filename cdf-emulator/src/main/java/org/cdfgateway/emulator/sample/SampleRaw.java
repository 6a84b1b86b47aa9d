package org.cdfgateway.emulator.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cdfgateway.emulator.raw.RawStore;

/** RAW tables as extractors fill them: SAP, PI and a laboratory system. */
final class SampleRaw {

    private final RawStore raw;
    private final long seed;

    SampleRaw(RawStore raw, long seed) {
        this.raw = raw;
        this.seed = Noise.bits(seed, 303);
    }

    @FunctionalInterface
    private interface RowText {
        String columns(int number);
    }

    void load(int rows) {
        table("sap", "work_orders", "WO-%07d", rows * 4 / 10, this::workOrder);
        table("sap", "materials", "M%06d", rows / 10, this::material);
        table("pi", "tag_config", "TAG_%06d", rows * 2 / 10, this::tag);
        table("lims", "samples", "2026/%06d", rows - rows * 4 / 10 - rows / 10 - rows * 2 / 10, this::sample);
    }

    private void table(String database, String table, String keyFormat, int rows, RowText text) {
        List<RawStore.Line> lines = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            String key = String.format(Locale.ROOT, keyFormat, i);
            lines.add(new RawStore.Line(key, text.columns(i), SampleTime.created(i) + 3 * SampleTime.DAY));
        }
        raw.load(database, table, lines);
    }

    private String workOrder(int number) {
        return String.format(
                Locale.ROOT,
                "{\"AUFNR\":\"%07d\",\"KTEXT\":\"%s\",\"PRIOK\":%d,\"GSTRP\":\"2026-%02d-%02d\",\"COST\":%.2f,"
                        + "\"CLOSED\":%b}",
                number,
                Vocabulary.TASKS.get(Noise.below(Vocabulary.TASKS.size(), seed, number)),
                1 + Noise.below(4, seed, number + 1L),
                1 + Noise.below(12, seed, number + 2L),
                1 + Noise.below(28, seed, number + 3L),
                Noise.unit(seed, number) * 20_000,
                Noise.below(5, seed, number) != 0);
    }

    private String material(int number) {
        return String.format(
                Locale.ROOT,
                "{\"MATNR\":\"M%06d\",\"MAKTX\":\"Spare part %d\",\"STOCK\":%d,\"UNIT\":\"PC\",\"SUPPLIER\":%s}",
                number,
                number,
                Noise.below(200, seed, number),
                Noise.below(4, seed, number) == 0 ? "null" : "\"" + supplier(number) + "\"");
    }

    private String supplier(int number) {
        return Vocabulary.MANUFACTURERS.get(Noise.below(Vocabulary.MANUFACTURERS.size(), seed, number));
    }

    private String tag(int number) {
        return String.format(
                Locale.ROOT,
                "{\"tag\":\"TAG_%06d\",\"descriptor\":\"Analog input %d\",\"zero\":0,\"span\":%d,\"scan\":%b,"
                        + "\"limits\":{\"low\":%.1f,\"high\":%.1f}}",
                number,
                number,
                100 * (1 + Noise.below(5, seed, number)),
                Noise.below(10, seed, number) != 0,
                Noise.unit(seed, number) * 10,
                50 + Noise.unit(seed, number + 1L) * 50);
    }

    private String sample(int number) {
        return String.format(
                Locale.ROOT,
                "{\"id\":%d,\"product\":\"%s\",\"density\":%.4f,\"results\":[%.3f,%.3f,%.3f],\"approved\":%b}",
                number,
                Noise.below(2, seed, number) == 0 ? "diesel" : "naphtha",
                0.7 + Noise.unit(seed, number) * 0.2,
                Noise.unit(seed, number + 1L),
                Noise.unit(seed, number + 2L),
                Noise.unit(seed, number + 3L),
                Noise.below(20, seed, number) != 0);
    }
}
