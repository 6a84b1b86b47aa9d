/** Nodes and edges in memory, and how requests change them. Knows no query language. */
@NullMarked
package org.cdfgateway.emulator.instance;

import org.jspecify.annotations.NullMarked;
