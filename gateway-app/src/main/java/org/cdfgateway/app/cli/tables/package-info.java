/** The commands of administrators: custom tables by way of the HTTP API. */
@NullMarked
package org.cdfgateway.app.cli.tables;

import org.jspecify.annotations.NullMarked;
