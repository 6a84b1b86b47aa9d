/** Joins the modules with Dagger, one Dagger module per adapter, and starts and stops them in order. */
@NullMarked
package org.cdfgateway.app.wiring;

import org.jspecify.annotations.NullMarked;
