/** What operators do with a store: change its keys, carry it to another place. */
@NullMarked
package org.cdfgateway.auth.operation;

import org.jspecify.annotations.NullMarked;
