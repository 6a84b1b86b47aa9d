/** Who may do what: clients, groups, access tokens, sessions and nonces. Knows no resource. */
@NullMarked
package org.cdfgateway.emulator.access;

import org.jspecify.annotations.NullMarked;
