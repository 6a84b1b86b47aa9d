package org.cdfgateway.cdf.filter;

import static org.cdfgateway.cdf.filter.StrictField.choices;
import static org.cdfgateway.cdf.filter.StrictField.flag;
import static org.cdfgateway.cdf.filter.StrictField.fractionRange;
import static org.cdfgateway.cdf.filter.StrictField.idReferences;
import static org.cdfgateway.cdf.filter.StrictField.ids;
import static org.cdfgateway.cdf.filter.StrictField.text;
import static org.cdfgateway.cdf.filter.StrictField.texts;
import static org.cdfgateway.cdf.filter.StrictField.timeRange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.domain.scan.Predicate;

/**
 * What the listing of a resource can filter, by CDF field (reference/cdf-api-resources.md sections 1.12, 3.3, 4.3, 5.3,
 * 6, 7.3, 9.3, 10, 12).
 *
 * <p>{@code dataSetIds} of the strict filter is used where there is no advanced one: CDF may refuse unknown data sets
 * there (section 1.11), while a condition that nothing meets is no error in SQL.
 *
 * @param strict fields of {@code filter}
 * @param advanced properties of {@code advancedFilter}, with the characters that a text compared with them may have
 */
public record ResourceFilter(Map<String, StrictField> strict, Map<String, Integer> advanced) {

    /** What relationships can begin and end at, as CDF spells it. */
    public static final Set<String> RELATED_TYPES = Set.of("asset", "event", "file", "sequence", "timeSeries");

    /** What a run of an extraction pipeline can report. */
    public static final Set<String> RUN_STATUSES = Set.of("success", "failure", "seen");

    /** The filter by data sets. CDF may refuse data sets that it does not know. */
    public static final String DATA_SETS = "dataSetIds";

    /** For numbers and booleans, which have no length. */
    private static final int NOT_TEXT = 0;

    public static final ResourceFilter ASSETS = new ResourceFilter(
            Map.of(
                    "name", text("name", 140),
                    "source", text("source", 128),
                    "parentId", ids("parentIds", 100),
                    "parentExternalId", texts("parentExternalIds", 100),
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
                    "assetId", ids("assetIds", 100),
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

    public static final ResourceFilter SEQUENCES = new ResourceFilter(
            Map.of(
                    "name", text("name", 255),
                    "assetId", ids("assetIds", 100),
                    "createdTime", timeRange("createdTime"),
                    "lastUpdatedTime", timeRange("lastUpdatedTime")),
            Map.of(
                    "externalId", 255,
                    "name", 255,
                    "description", 256,
                    "id", NOT_TEXT,
                    "assetId", NOT_TEXT,
                    "dataSetId", NOT_TEXT,
                    "createdTime", NOT_TEXT,
                    "lastUpdatedTime", NOT_TEXT));

    public static final ResourceFilter FILES = strict(Map.of(
            "name", text("name", 256),
            "source", text("source", 128),
            "mimeType", text("mimeType", 256),
            "dataSetId", idReferences(DATA_SETS, 100),
            "uploaded", flag("uploaded"),
            "sourceCreatedTime", timeRange("sourceCreatedTime"),
            "sourceModifiedTime", timeRange("sourceModifiedTime"),
            "uploadedTime", timeRange("uploadedTime"),
            "createdTime", timeRange("createdTime"),
            "lastUpdatedTime", timeRange("lastUpdatedTime")));

    public static final ResourceFilter LABELS = strict(Map.of("name", text("name", 140)));

    public static final ResourceFilter RELATIONSHIPS = strict(Map.of(
            "sourceExternalId", texts("sourceExternalIds", 1_000),
            "sourceType", choices("sourceTypes", RELATED_TYPES),
            "targetExternalId", texts("targetExternalIds", 1_000),
            "targetType", choices("targetTypes", RELATED_TYPES),
            "startTime", timeRange("startTime"),
            "endTime", timeRange("endTime"),
            "confidence", fractionRange("confidence"),
            "dataSetId", idReferences(DATA_SETS, 1_000),
            "createdTime", timeRange("createdTime"),
            "lastUpdatedTime", timeRange("lastUpdatedTime")));

    public static final ResourceFilter EXTRACTION_PIPELINES = strict(Map.of(
            "name", text("name", 140),
            "source", text("source", 255),
            "dataSetId", idReferences(DATA_SETS, 100),
            "createdTime", timeRange("createdTime"),
            "lastUpdatedTime", timeRange("lastUpdatedTime")));

    /** The pipeline, which CDF must be told, is added by whoever asks. */
    public static final ResourceFilter EXTRACTION_PIPELINE_RUNS =
            strict(Map.of("status", choices("statuses", RUN_STATUSES), "createdTime", timeRange("createdTime")));

    private static ResourceFilter strict(Map<String, StrictField> strict) {
        return new ResourceFilter(strict, Map.of());
    }

    public ResourceFilter {
        strict = Map.copyOf(strict);
        advanced = Map.copyOf(advanced);
    }

    /** How to ask for the rows that a predicate holds for. */
    public ReadPlan plan(Predicate predicate) {
        return new Planning(this).plan(predicate);
    }

    /** Those parts of a predicate that {@link #listing} leaves out. */
    public List<Predicate> unlisted(Predicate predicate) {
        Planning planning = new Planning(this);
        ReadPlan unused = planning.listing(predicate);
        return planning.unasked();
    }

    /** The same without lookups by key, for resources that have none. */
    public ReadPlan listing(Predicate predicate) {
        return new Planning(this).listing(predicate);
    }
}
