/** Points of time series: storage in primitive arrays, JSON and protobuf, insert, read, latest, delete. */
@NullMarked
package org.cdfgateway.emulator.datapoint;

import org.jspecify.annotations.NullMarked;
