/** What is to be read: immutable scans and the conditions that may be handed to CDF. */
@NullMarked
package org.cdfgateway.domain.scan;

import org.jspecify.annotations.NullMarked;
