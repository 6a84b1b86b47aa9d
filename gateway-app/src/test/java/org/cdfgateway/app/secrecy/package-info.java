/** Looks for secrets wherever they must not be. */
@NullMarked
package org.cdfgateway.app.secrecy;

import org.jspecify.annotations.NullMarked;
