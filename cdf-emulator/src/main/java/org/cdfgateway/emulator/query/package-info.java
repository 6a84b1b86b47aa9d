/** Lists: filters, sort, cursors, partitions and counts over stored items. Knows no HTTP. */
@NullMarked
package org.cdfgateway.emulator.query;

import org.jspecify.annotations.NullMarked;
