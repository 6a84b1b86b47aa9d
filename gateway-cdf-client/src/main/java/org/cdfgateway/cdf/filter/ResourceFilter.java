package org.cdfgateway.cdf.filter;

import static org.cdfgateway.cdf.filter.StrictField.flag;
import static org.cdfgateway.cdf.filter.StrictField.text;
import static org.cdfgateway.cdf.filter.StrictField.timeRange;

import java.util.Map;
import org.cdfgateway.cdf.filter.StrictField.Form;
import org.cdfgateway.domain.scan.Predicate;

/**
 * What the listing of a resource can filter, by CDF field (reference/cdf-api-resources.md sections 1.12, 3.3, 4.3, 9.3).
 *
 * <p>{@code dataSetIds} of the strict filter is not used: CDF may refuse unknown data sets there (section 1.11), while a
 * condition that nothing meets is no error in SQL.
 *
 * @param strict fields of {@code filter}
 * @param advanced properties of {@code advancedFilter}, with the characters that a text compared with them may have
 */
public record ResourceFilter(Map<String, StrictField> strict, Map<String, Integer> advanced) {

    /** For numbers and booleans, which have no length. */
    private static final int NOT_TEXT = 0;

    public static final ResourceFilter ASSETS = new ResourceFilter(
            Map.of(
                    "name", text("name", 140),
                    "source", text("source", 128),
                    "parentId", new StrictField("parentIds", Form.IDS, 100),
                    "parentExternalId", new StrictField("parentExternalIds", Form.TEXTS, 100),
                    "createdTime", timeRange("createdTime"),
                    "lastUpdatedTime", timeRange("lastUpdatedTime")),
            Map.of(
                    "externalId", 255,
                    "name", 140,
                    "description", 255,
                    "source", 128,
                    "id", NOT_TEXT,
                    "parentId", NOT_TEXT,
                    "rootId", NOT_TEXT,
                    "dataSetId", NOT_TEXT,
                    "createdTime", NOT_TEXT,
                    "lastUpdatedTime", NOT_TEXT));

    public static final ResourceFilter EVENTS = new ResourceFilter(
            Map.of(
                    "type", text("type", 64),
                    "subtype", text("subtype", 64),
                    "source", text("source", 128),
                    "startTime", timeRange("startTime"),
                    "endTime", timeRange("endTime"),
                    "createdTime", timeRange("createdTime"),
                    "lastUpdatedTime", timeRange("lastUpdatedTime")),
            Map.ofEntries(
                    Map.entry("externalId", 255),
                    Map.entry("description", 255),
                    Map.entry("type", 64),
                    Map.entry("subtype", 64),
                    Map.entry("source", 128),
                    Map.entry("id", NOT_TEXT),
                    Map.entry("dataSetId", NOT_TEXT),
                    Map.entry("startTime", NOT_TEXT),
                    Map.entry("endTime", NOT_TEXT),
                    Map.entry("createdTime", NOT_TEXT),
                    Map.entry("lastUpdatedTime", NOT_TEXT)));

    public static final ResourceFilter TIME_SERIES = new ResourceFilter(
            Map.of(
                    "name", text("name", 255),
                    "unit", text("unit", 32),
                    "unitExternalId", text("unitExternalId", 64),
                    "isString", flag("isString"),
                    "isStep", flag("isStep"),
                    "assetId", new StrictField("assetIds", Form.IDS, 100),
                    "createdTime", timeRange("createdTime"),
                    "lastUpdatedTime", timeRange("lastUpdatedTime")),
            Map.ofEntries(
                    Map.entry("externalId", 255),
                    Map.entry("name", 255),
                    Map.entry("description", 256),
                    Map.entry("unit", 32),
                    Map.entry("unitExternalId", 64),
                    Map.entry("isString", NOT_TEXT),
                    Map.entry("isStep", NOT_TEXT),
                    Map.entry("id", NOT_TEXT),
                    Map.entry("assetId", NOT_TEXT),
                    Map.entry("dataSetId", NOT_TEXT),
                    Map.entry("createdTime", NOT_TEXT),
                    Map.entry("lastUpdatedTime", NOT_TEXT)));

    public ResourceFilter {
        strict = Map.copyOf(strict);
        advanced = Map.copyOf(advanced);
    }

    /** How to ask for the rows that a predicate holds for. */
    public ReadPlan plan(Predicate predicate) {
        return new Planning(this).plan(predicate);
    }
}
