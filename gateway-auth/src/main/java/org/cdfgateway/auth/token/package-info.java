/** Access tokens of CDF: fetched once, shared by all connections of a user, renewed in time. */
@NullMarked
package org.cdfgateway.auth.token;

import org.jspecify.annotations.NullMarked;
