package org.cdfgateway.emulator.sample;

import java.util.ArrayList;
import java.util.List;
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
        table("sap", "work_orders", "WO-", rows * 4 / 10, this::workOrder);
        table("sap", "materials", "M", rows / 10, this::material);
        table("pi", "tag_config", "TAG_", rows * 2 / 10, this::tag);
        table("lims", "samples", "2026/", rows - rows * 4 / 10 - rows / 10 - rows * 2 / 10, this::sample);
    }

    private void table(String database, String table, String keyPrefix, int rows, RowText text) {
        List<RawStore.Line> lines = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            String key = keyPrefix + Digits.padded(i, 7);
            lines.add(new RawStore.Line(key, text.columns(i), SampleTime.created(i) + 3 * SampleTime.DAY));
        }
        raw.load(database, table, lines);
    }

    private String workOrder(int number) {
        return "{\"AUFNR\":\"" + Digits.padded(number, 7)
                + "\",\"KTEXT\":\"" + pick(Vocabulary.TASKS, number)
                + "\",\"PRIOK\":" + (1 + Noise.below(4, seed, number + 1L))
                + ",\"GSTRP\":\"2026-" + Digits.padded(1 + Noise.below(12, seed, number + 2L), 2)
                + "-" + Digits.padded(1 + Noise.below(28, seed, number + 3L), 2)
                + "\",\"COST\":" + Digits.decimal(Noise.unit(seed, number) * 20_000)
                + ",\"CLOSED\":" + (Noise.below(5, seed, number) != 0) + "}";
    }

    private String material(int number) {
        boolean isUnknown = Noise.below(4, seed, number) == 0;
        String supplier = isUnknown ? "null" : "\"" + pick(Vocabulary.MANUFACTURERS, number) + "\"";
        return "{\"MATNR\":\"M" + Digits.padded(number, 7)
                + "\",\"MAKTX\":\"Spare part " + number
                + "\",\"STOCK\":" + Noise.below(200, seed, number)
                + ",\"UNIT\":\"PC\",\"SUPPLIER\":" + supplier + "}";
    }

    private String tag(int number) {
        return "{\"tag\":\"TAG_" + Digits.padded(number, 7)
                + "\",\"descriptor\":\"Analog input " + number
                + "\",\"zero\":0,\"span\":" + 100 * (1 + Noise.below(5, seed, number))
                + ",\"scan\":" + (Noise.below(10, seed, number) != 0)
                + ",\"limits\":{\"low\":" + Digits.decimal(Noise.unit(seed, number) * 10)
                + ",\"high\":" + Digits.decimal(50 + Noise.unit(seed, number + 1L) * 50) + "}}";
    }

    private String sample(int number) {
        return "{\"id\":" + number
                + ",\"product\":\"" + (Noise.below(2, seed, number) == 0 ? "diesel" : "naphtha")
                + "\",\"density\":" + Digits.decimal(0.7 + Noise.unit(seed, number) * 0.2)
                + ",\"results\":[" + Digits.decimal(Noise.unit(seed, number + 1L))
                + "," + Digits.decimal(Noise.unit(seed, number + 2L))
                + "," + Digits.decimal(Noise.unit(seed, number + 3L))
                + "],\"approved\":" + (Noise.below(20, seed, number) != 0) + "}";
    }

    private String pick(List<String> words, int number) {
        return words.get(Noise.below(words.size(), seed, number));
    }
}
