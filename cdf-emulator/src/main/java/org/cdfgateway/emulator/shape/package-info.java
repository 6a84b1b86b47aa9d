/** Forms that JSON in requests must have, as declarations. Knows no resource. */
@NullMarked
package org.cdfgateway.emulator.shape;

import org.jspecify.annotations.NullMarked;
