/** Encrypts what the store keeps. Knows neither the store nor what the secrets are for. */
@NullMarked
package org.cdfgateway.auth.secret;

import org.jspecify.annotations.NullMarked;
