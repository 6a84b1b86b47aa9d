/** The HTTP side: routes, one request's way through, bodies, errors. Knows no CDF resource. */
@NullMarked
package org.cdfgateway.emulator.http;

import org.jspecify.annotations.NullMarked;
