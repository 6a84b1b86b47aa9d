/** What statements on tables need in CDF, and what a user has of it. */
@NullMarked
package org.cdfgateway.domain.access;

import org.jspecify.annotations.NullMarked;
