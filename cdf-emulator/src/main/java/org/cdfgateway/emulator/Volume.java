package org.cdfgateway.emulator;

/**
 * How much sample content a project has.
 *
 * @param rawRows in all RAW tables together
 */
public record Volume(int assets, int events, int timeSeries, int rawRows) {

    public static final Volume EMPTY = new Volume(0, 0, 0, 0);

    /** A thousand assets, about a million points. */
    public static final Volume SMALL = new Volume(1_000, 5_000, 520, 5_000);

    public static final Volume MEDIUM = new Volume(100_000, 200_000, 10_000, 100_000);

    public static final Volume LARGE = new Volume(1_000_000, 1_000_000, 50_000, 500_000);

    private static final int MAX_ASSETS = 5_000_000;

    public Volume {
        if (assets < 0 || events < 0 || timeSeries < 0 || rawRows < 0 || assets > MAX_ASSETS) {
            throw new IllegalArgumentException("assets: " + assets + " (expected: 0 to " + MAX_ASSETS + ")");
        }
    }

    /** Everything in proportion to a number of assets. */
    public static Volume ofAssets(int assets) {
        return new Volume(
                assets, Math.min(5 * assets, 1_000_000), Math.min(assets / 2, 50_000), Math.min(5 * assets, 500_000));
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** As people read it. */
    String text() {
        return isEmpty()
                ? "no sample content"
                : assets + " assets, " + events + " events, " + timeSeries + " time series, " + rawRows + " RAW rows";
    }
}
