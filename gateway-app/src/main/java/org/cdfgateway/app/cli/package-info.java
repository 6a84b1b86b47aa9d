/** The command line: one class per command. The only place that prints. */
@NullMarked
package org.cdfgateway.app.cli;

import org.jspecify.annotations.NullMarked;
