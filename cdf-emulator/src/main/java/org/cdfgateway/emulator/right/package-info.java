/** What callers may reach, as values: rights, scopes and their union. Knows neither HTTP nor resources. */
@NullMarked
package org.cdfgateway.emulator.right;

import org.jspecify.annotations.NullMarked;
