/** The life of gateway users: created, listed, given another CDF session, deleted, and found when they log in. */
@NullMarked
package org.cdfgateway.auth.user;

import org.jspecify.annotations.NullMarked;
