package org.cdfgateway.emulator.fault;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Everything that makes a far service differ from a near one, fair unless told otherwise. Rules are replaced as a whole;
 * of several about one call the first counts. For any number of threads.
 */
public final class Weather {

    private final Dice dice;
    private final Faults faults;
    private volatile List<LatencyRule> latencies = List.of();
    private volatile List<LagRule> lags = List.of();
    private volatile List<PageRule> pages = List.of();

    /** @param seed of everything that happens by chance */
    public Weather(long seed) {
        this.dice = new Dice(seed);
        this.faults = new Faults(dice);
    }

    public Faults faults() {
        return faults;
    }

    public long seed() {
        return dice.seed();
    }

    /** Begins everything that happens by chance anew. */
    public void reseed(long seed) {
        dice.reseed(seed);
    }

    public List<LatencyRule> latencies() {
        return latencies;
    }

    public void latencies(List<LatencyRule> rules) {
        latencies = List.copyOf(rules);
    }

    public List<LagRule> lags() {
        return lags;
    }

    public void lags(List<LagRule> rules) {
        lags = List.copyOf(rules);
    }

    public List<PageRule> pages() {
        return pages;
    }

    public void pages(List<PageRule> rules) {
        pages = List.copyOf(rules);
    }

    /** Forgets all rules and faults. */
    public void clear() {
        faults.clear();
        latencies = List.of();
        lags = List.of();
        pages = List.of();
    }

    /** How long the next answer to the call takes. */
    public Duration latency(String call) {
        return CallRule.first(latencies, call)
                .map(rule -> rule.latency().sample(() -> dice.roll("latency " + call)))
                .orElse(Duration.ZERO);
    }

    /** How far the call's view of the index is behind. */
    public Duration lag(String call) {
        return CallRule.first(lags, call).map(LagRule::lag).orElse(Duration.ZERO);
    }

    /** The farthest any view of the index is behind. */
    public Duration longestLag() {
        return lags.stream().map(LagRule::lag).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** Upper bound of a page's items. */
    public OptionalInt pageLimit(String call) {
        return CallRule.first(pages, call)
                .map(rule -> OptionalInt.of(rule.maxItems()))
                .orElseGet(OptionalInt::empty);
    }
}
