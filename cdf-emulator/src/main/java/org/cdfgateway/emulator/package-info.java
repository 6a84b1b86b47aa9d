/** A local Cognite Data Fusion over HTTP: its door, its settings and its volumes. Knows no gateway module. */
@NullMarked
package org.cdfgateway.emulator;

import org.jspecify.annotations.NullMarked;
