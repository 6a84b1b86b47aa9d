/** Measures a running gateway from outside, beside a bare HTTP client where that says something. Ships nothing. */
@NullMarked
package org.cdfgateway.bench;

import org.jspecify.annotations.NullMarked;
