/** What is kept of a password, and what an unknown user name gets instead. */
@NullMarked
package org.cdfgateway.auth.verifier;

import org.jspecify.annotations.NullMarked;
