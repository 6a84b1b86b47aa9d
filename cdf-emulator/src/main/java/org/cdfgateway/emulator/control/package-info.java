/** The emulator's own HTTP API, on a port of its own: its weather, budgets, clients, clock and counters. */
@NullMarked
package org.cdfgateway.emulator.control;

import org.jspecify.annotations.NullMarked;
