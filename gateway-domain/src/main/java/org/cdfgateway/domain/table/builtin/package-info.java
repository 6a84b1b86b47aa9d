/** The built-in tables as data, one file each. */
@NullMarked
package org.cdfgateway.domain.table.builtin;

import org.jspecify.annotations.NullMarked;
