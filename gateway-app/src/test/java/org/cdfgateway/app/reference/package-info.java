/** The reference of the tables: written from the definitions, and its examples run. */
@NullMarked
package org.cdfgateway.app.reference;

import org.jspecify.annotations.NullMarked;
