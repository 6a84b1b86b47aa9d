/** Reading nodes and edges: filters, orders, pages, queries over several hops, aggregates, search. Changes nothing. */
@NullMarked
package org.cdfgateway.emulator.graph;

import org.jspecify.annotations.NullMarked;
