package org.cdfgateway.app.differential;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Random decisions that a seed repeats. */
final class Choice {
    private final SplittableRandom random;

    Choice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** At least {@code low}, below {@code high}. */
    int number(int low, int high) {
        return random.nextInt(low, high);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T of(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    @SafeVarargs
    final <T> T of(T... options) {
        return options[random.nextInt(options.length)];
    }

    /** Only the chosen option is evaluated. */
    @SafeVarargs
    final String build(Supplier<String>... options) {
        return options[random.nextInt(options.length)].get();
    }
}
