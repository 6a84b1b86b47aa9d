package org.cdfgateway.app.cli;

import java.util.Locale;
import org.cdfgateway.emulator.traffic.BudgetPlan;

/** The value of {@code --budgets}. */
enum BudgetChoice {
    NONE,
    DOCUMENTED;

    BudgetPlan plan() {
        return switch (this) {
            case NONE -> BudgetPlan.NONE;
            case DOCUMENTED -> BudgetPlan.documented();
        };
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
