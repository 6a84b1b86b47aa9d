package org.cdfgateway.emulator.datapoint;

/** Sums up a signal over one bucket. */
final class SignalArea {

    private long covered;
    private double integral;
    private double squares;
    private double variation;
    private double reference = Double.NaN;

    /** Adds what of the signal lies within, and leaves the signal where the next bucket goes on. */
    void add(Signal signal, long start, long end) {
        while (signal.exists() && signal.from() < end) {
            long from = Math.max(start, signal.from());
            long until = Math.min(end, signal.until());
            if (until > from) {
                addSegment(signal.at(from), signal.at(until), until - from);
            } else if (signal.from() >= start) {
                refer(signal.first());
            }
            if (signal.until() >= end || signal.isLast()) {
                return;
            }
            if (signal.until() >= start) {
                variation += signal.jump();
            }
            signal.advance();
        }
    }

    private void addSegment(double first, double last, long length) {
        refer(first);
        // Relative to the first value, as the squares of large numbers would swallow small differences.
        double a = first - reference;
        double b = last - reference;
        covered += length;
        integral += length * (a + b) / 2;
        squares += length * (a * a + a * b + b * b) / 3;
        variation += Math.abs(last - first);
    }

    private void refer(double value) {
        if (Double.isNaN(reference)) {
            reference = value;
        }
    }

    void writeTo(Bucket bucket) {
        if (Double.isNaN(reference)) {
            return;
        }
        double mean = covered == 0 ? 0 : integral / covered;
        bucket.set(Aggregate.AVERAGE, reference + mean);
        bucket.set(Aggregate.CONTINUOUS_VARIANCE, covered == 0 ? 0 : Math.max(0, squares / covered - mean * mean));
        bucket.set(Aggregate.TOTAL_VARIATION, variation);
    }
}
