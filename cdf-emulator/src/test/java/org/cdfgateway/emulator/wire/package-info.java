/** Tests of the HTTP server over plain sockets. */
@NullMarked
package org.cdfgateway.emulator.wire;

import org.jspecify.annotations.NullMarked;
