/** What ties the nodes of the core data model to the time series and files that they are another side of. */
@NullMarked
package org.cdfgateway.emulator.link;

import org.jspecify.annotations.NullMarked;
