package org.cdfgateway.emulator.sample;

import java.util.List;

/** The words that the sample content is made of. */
final class Vocabulary {

    /** A code for tags and the words for it. */
    record Term(String code, String words) {}

    /**
     * A kind of equipment.
     *
     * @param label external id of its label
     * @param parts what it consists of
     * @param measured quantities that sensors at it measure
     */
    record Equipment(Term term, String label, List<Term> parts, List<Quantity> measured) {}

    /** @param unitExternalId id in CDF's catalog of units */
    record Quantity(Term term, String unit, String unitExternalId, double base, double swing) {}

    private static final Quantity PRESSURE = new Quantity(new Term("PT", "pressure"), "bar", "pressure:bar", 12, 3);
    private static final Quantity TEMPERATURE =
            new Quantity(new Term("TT", "temperature"), "°C", "temperature:deg_c", 75, 18);
    private static final Quantity FLOW =
            new Quantity(new Term("FT", "flow"), "m3/h", "volume_flow_rate:m3-per-hr", 240, 60);
    private static final Quantity LEVEL =
            new Quantity(new Term("LT", "level"), "%", "dimensionless_ratio:percent", 55, 25);
    private static final Quantity VIBRATION =
            new Quantity(new Term("VT", "vibration"), "mm/s", "velocity:millim-per-sec", 2.4, 0.9);
    private static final Quantity POWER = new Quantity(new Term("JT", "power"), "kW", "power:kilow", 180, 45);

    static final List<Term> PLANTS = List.of(
            new Term("NOR", "Nordvik Refinery"),
            new Term("SOL", "Solheim Gas Plant"),
            new Term("EID", "Eidsund Petrochemicals"),
            new Term("HAV", "Havnes Terminal"),
            new Term("BRE", "Breivik Power Station"),
            new Term("LYS", "Lysefjord Smelter"),
            new Term("MAR", "Marstrand Refinery"),
            new Term("KAL", "Kalmar Paper Mill"),
            new Term("ODD", "Oddesund Fertilizer"),
            new Term("VES", "Vestby Brewery"),
            new Term("STR", "Strandvik LNG"),
            new Term("FJE", "Fjellheim Mine"),
            new Term("SKA", "Skagen Cement"),
            new Term("TRO", "Trosa Chemicals"),
            new Term("ALV", "Alvdal Water Works"),
            new Term("GRI", "Grimsby Biodiesel"),
            new Term("ROS", "Rosendal Hydro"),
            new Term("LUN", "Lunde Dairy"),
            new Term("ASK", "Askvoll Steel"),
            new Term("TIN", "Tindefjord Offshore"));

    static final List<Term> AREAS = List.of(
            new Term("10", "Crude distillation"),
            new Term("20", "Hydrotreating"),
            new Term("30", "Catalytic cracking"),
            new Term("40", "Utilities"),
            new Term("50", "Tank farm"),
            new Term("60", "Flare and relief"),
            new Term("70", "Water treatment"),
            new Term("80", "Loading"));

    static final List<Term> SYSTEMS = List.of(
            new Term("01", "feed system"),
            new Term("02", "cooling water system"),
            new Term("03", "lube oil system"),
            new Term("04", "steam system"),
            new Term("05", "instrument air system"),
            new Term("06", "drain system"));

    static final List<Equipment> EQUIPMENT = List.of(
            new Equipment(
                    new Term("P", "Centrifugal pump"),
                    "rotating",
                    List.of(new Term("M", "motor"), new Term("BRG", "bearing"), new Term("SL", "mechanical seal")),
                    List.of(PRESSURE, VIBRATION, FLOW)),
            new Equipment(
                    new Term("K", "Reciprocating compressor"),
                    "rotating",
                    List.of(new Term("M", "motor"), new Term("CYL", "cylinder"), new Term("VLV", "valve set")),
                    List.of(PRESSURE, TEMPERATURE, VIBRATION, POWER)),
            new Equipment(
                    new Term("E", "Shell and tube heat exchanger"),
                    "static",
                    List.of(new Term("TB", "tube bundle")),
                    List.of(TEMPERATURE, PRESSURE)),
            new Equipment(new Term("V", "Separator vessel"), "static", List.of(), List.of(LEVEL, PRESSURE)),
            new Equipment(
                    new Term("FV", "Control valve"),
                    "instrument",
                    List.of(new Term("ACT", "actuator"), new Term("POS", "positioner")),
                    List.of(FLOW)),
            new Equipment(new Term("T", "Storage tank"), "static", List.of(), List.of(LEVEL, TEMPERATURE)));

    static final List<String> MANUFACTURERS =
            List.of("Sulzer", "Flowserve", "KSB", "Siemens Energy", "Alfa Laval", "Emerson", "Burckhardt");

    static final List<String> CRITICALITIES = List.of("A", "B", "B", "C", "C", "C");

    static final List<String> STATES = List.of("RUNNING", "RUNNING", "RUNNING", "STANDBY", "MAINTENANCE", "TRIPPED");

    static final List<String> TASKS = List.of(
            "Replace mechanical seal",
            "Lubricate bearings",
            "Calibrate transmitter",
            "Clean strainer",
            "Repair leakage",
            "Inspect coupling alignment",
            "Change filter element",
            "Overhaul");

    static final List<String> ALARMS =
            List.of("High pressure", "Low flow", "High temperature", "High vibration", "Low level", "Trip");

    private Vocabulary() {}
}
