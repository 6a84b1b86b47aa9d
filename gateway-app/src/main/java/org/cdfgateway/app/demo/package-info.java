/** The demo: a gateway before an emulated CDF with a user made the way any user is made. */
@NullMarked
package org.cdfgateway.app.demo;

import org.jspecify.annotations.NullMarked;
