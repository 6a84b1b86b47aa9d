/** PostgreSQL clusters as supervised child processes: unpacked, initialised, started, watched, stopped. Knows nothing of tables or users. */
@NullMarked
package org.cdfgateway.engine.process;

import org.jspecify.annotations.NullMarked;
