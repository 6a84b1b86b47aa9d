package org.cdfgateway.emulator.traffic;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All budgets, and how a request beyond them is refused.
 *
 * @param retryAfterSeconds header {@code Retry-After} of the 429; null for none
 * @param emptyBody whether the 429 has no body, as some of CDF's have none
 */
public record BudgetPlan(
        List<Budget> budgets,
        @Nullable Integer retryAfterSeconds,
        @JsonProperty boolean emptyBody) {

    /** Anything goes. */
    public static final BudgetPlan NONE = new BudgetPlan(List.of(), null, false);

    public BudgetPlan {
        budgets = List.copyOf(budgets);
    }

    /** What CDF's documentation says (reference/cdf-api-data.md 1.6 and cdf-api-resources.md 1.15). */
    public static BudgetPlan documented() {
        try (InputStream in = Objects.requireNonNull(
                BudgetPlan.class.getResourceAsStream("documented-budgets.json"), "documented-budgets.json")) {
            return JsonMapper.builder().build().readValue(in, BudgetPlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BudgetPlan withRetryAfter(int seconds) {
        return new BudgetPlan(budgets, seconds, emptyBody);
    }

    public BudgetPlan withEmptyBody() {
        return new BudgetPlan(budgets, retryAfterSeconds, true);
    }
}
