/** The protocol's messages as values, named as in the PostgreSQL manual, chapter 54. Knows nothing of bytes or sockets. */
@NullMarked
package org.cdfgateway.pgwire.message;

import org.jspecify.annotations.NullMarked;
