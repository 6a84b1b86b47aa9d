/** The drawing of the house as rules: who may see whom, which library lives where, and what names may be. */
@NullMarked
package org.cdfgateway.arch;

import org.jspecify.annotations.NullMarked;
