/** One database per gateway user, made from the table definitions, and what its role may do. Knows nothing of processes. */
@NullMarked
package org.cdfgateway.engine.provisioning;

import org.jspecify.annotations.NullMarked;
