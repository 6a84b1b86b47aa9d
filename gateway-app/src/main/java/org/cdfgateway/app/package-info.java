/** The program's entrance. */
@NullMarked
package org.cdfgateway.app;

import org.jspecify.annotations.NullMarked;
