/** What the engine's planner is told about reads. */
@NullMarked
package org.cdfgateway.sql.remote.estimate;

import org.jspecify.annotations.NullMarked;
