package org.cdfgateway.emulator.datapoint;

/** Points to insert into one series. */
record Insertion(SeriesReference series, PointBuffer points) {}
