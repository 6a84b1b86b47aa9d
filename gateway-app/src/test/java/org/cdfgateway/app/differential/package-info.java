/**
 * The same generated SQL over the CDF tables and over plain tables with the same rows must give the same answers.
 */
@NullMarked
package org.cdfgateway.app.differential;

import org.jspecify.annotations.NullMarked;
