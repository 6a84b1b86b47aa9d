package org.cdfgateway.cdf.datapoint;

import java.util.List;
import org.cdfgateway.cdf.api.Reference;

/** Points to write to one series: all of them doubles, or all of them texts. */
public record SeriesPoints(Reference series, List<Point> points) {}
