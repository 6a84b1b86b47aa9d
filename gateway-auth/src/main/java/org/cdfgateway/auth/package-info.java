/** The door of this module: who may log in to the gateway, and with which CDF session. Knows no wire protocol and no HTTP. */
@NullMarked
package org.cdfgateway.auth;

import org.jspecify.annotations.NullMarked;
