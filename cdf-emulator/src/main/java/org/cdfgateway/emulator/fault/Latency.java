package org.cdfgateway.emulator.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long answers take, besides the emulator's own work. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Latency.Fixed.class, name = "fixed"),
    @JsonSubTypes.Type(value = Latency.Uniform.class, name = "uniform"),
    @JsonSubTypes.Type(value = Latency.LongTailed.class, name = "longTailed")
})
public sealed interface Latency {

    static Latency fixed(Duration duration) {
        return new Fixed(duration);
    }

    static Latency uniform(Duration min, Duration max) {
        return new Uniform(min, max);
    }

    /** Mostly near the median; one answer in a hundred takes longer than {@code p99}. */
    static Latency longTailed(Duration median, Duration p99) {
        return new LongTailed(median, p99);
    }

    /** @param dice numbers from 0 to 1 */
    Duration sample(DoubleSupplier dice);

    record Fixed(
            @JsonProperty(value = "millis", required = true) Duration duration) implements Latency {

        @Override
        public Duration sample(DoubleSupplier dice) {
            return duration;
        }
    }

    record Uniform(
            @JsonProperty(value = "minMillis", required = true)
            Duration min,

            @JsonProperty(value = "maxMillis", required = true)
            Duration max)
            implements Latency {

        public Uniform {
            requireOrder(min, max);
        }

        @Override
        public Duration sample(DoubleSupplier dice) {
            return min.plusNanos((long) (dice.getAsDouble() * max.minus(min).toNanos()));
        }
    }

    /** A log-normal distribution. */
    record LongTailed(
            @JsonProperty(value = "medianMillis", required = true)
            Duration median,

            @JsonProperty(value = "p99Millis", required = true)
            Duration p99)
            implements Latency {

        /** The 99th percentile of the standard normal distribution. */
        private static final double Z99 = 2.3263;

        public LongTailed {
            requireOrder(median, p99);
            if (median.isZero()) {
                throw new IllegalArgumentException("median: 0 (expected: more)");
            }
        }

        @Override
        public Duration sample(DoubleSupplier dice) {
            double sigma = Math.log((double) p99.toNanos() / median.toNanos()) / Z99;
            return Duration.ofNanos((long) (median.toNanos() * Math.exp(sigma * normal(dice))));
        }

        /** By Box and Muller. */
        private static double normal(DoubleSupplier dice) {
            double radius = Math.sqrt(-2 * Math.log(1 - dice.getAsDouble()));
            return radius * Math.cos(2 * Math.PI * dice.getAsDouble());
        }
    }

    private static void requireOrder(Duration shorter, Duration longer) {
        if (shorter.isNegative() || longer.compareTo(shorter) < 0) {
            throw new IllegalArgumentException(shorter + " to " + longer + " (expected: in order, not negative)");
        }
    }
}
