/** Threads for work that blocks, so that event loops never do. */
@NullMarked
package org.cdfgateway.pgwire.work;

import org.jspecify.annotations.NullMarked;
