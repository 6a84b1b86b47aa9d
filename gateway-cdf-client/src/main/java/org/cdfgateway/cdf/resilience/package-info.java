/** What surrounds every call: retries, budgets, tokens, transport; stacked in one place. */
@NullMarked
package org.cdfgateway.cdf.resilience;

import org.jspecify.annotations.NullMarked;
