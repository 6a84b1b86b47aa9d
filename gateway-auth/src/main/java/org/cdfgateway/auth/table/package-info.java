/** Creates and deletes the custom tables of gateway users: names and definitions that mean nothing here. */
@NullMarked
package org.cdfgateway.auth.table;

import org.jspecify.annotations.NullMarked;
