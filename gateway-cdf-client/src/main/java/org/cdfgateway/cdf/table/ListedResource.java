package org.cdfgateway.cdf.table;

import static org.cdfgateway.domain.table.builtin.BuiltInTables.ASSETS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EVENTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EXTRACTION_PIPELINES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.FILES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.LABELS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.RELATIONSHIPS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.SEQUENCES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.TIME_SERIES;

import org.cdfgateway.cdf.check.AssetParentRule;
import org.cdfgateway.cdf.check.ChoiceRule;
import org.cdfgateway.cdf.check.ClassicTimesRule;
import org.cdfgateway.cdf.check.FractionRule;
import org.cdfgateway.cdf.check.JsonRule;
import org.cdfgateway.cdf.check.OneElementRule;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.cdf.filter.ResourceFilter;
import org.cdfgateway.domain.table.TableDefinition;

/**
 * A resource that is listed, read by key and written item by item, as data.
 *
 * @param path its name in paths
 * @param acl what its capabilities are called
 * @param isCounted whether CDF counts it; then it also lists it in partitions
 * @param values looks at the values of a new or changed row, whose other columns may be null
 */
record ListedResource(
        TableDefinition table,
        String path,
        String acl,
        ResourceFilter filter,
        boolean isCounted,
        CreateForm create,
        RowDependency dependency,
        ChangeForm change,
        RowCheck values) {

    static final ListedResource OF_ASSETS = new ListedResource(
            ASSETS,
            "assets",
            "assetsAcl",
            ResourceFilter.ASSETS,
            true,
            CreateForm.MANY,
            RowDependency.ofAssets(ASSETS),
            ChangeForm.ASSETS,
            JsonRule.objectOfTexts(ASSETS, "metadata")
                    .and(JsonRule.object(ASSETS, "geo_location"))
                    .and(AssetParentRule.of(ASSETS)));

    static final ListedResource OF_EVENTS = new ListedResource(
            EVENTS,
            "events",
            "eventsAcl",
            ResourceFilter.EVENTS,
            true,
            CreateForm.MANY,
            RowDependency.NONE,
            ChangeForm.CLASSIC,
            new ClassicTimesRule(EVENTS).and(JsonRule.objectOfTexts(EVENTS, "metadata")));

    static final ListedResource OF_FILES = new ListedResource(
            FILES,
            "files",
            "filesAcl",
            ResourceFilter.FILES,
            true,
            CreateForm.BARE,
            RowDependency.OTHER_TABLES,
            ChangeForm.CLASSIC,
            new ClassicTimesRule(FILES)
                    .and(JsonRule.objectOfTexts(FILES, "metadata"))
                    .and(JsonRule.object(FILES, "geo_location")));

    static final ListedResource OF_LABELS = new ListedResource(
            LABELS,
            "labels",
            "labelsAcl",
            ResourceFilter.LABELS,
            false,
            CreateForm.MANY,
            RowDependency.NONE,
            ChangeForm.DELETED_ONLY,
            OneElementRule.of(LABELS, "data_set_id"));

    static final ListedResource OF_RELATIONSHIPS = new ListedResource(
            RELATIONSHIPS,
            "relationships",
            "relationshipsAcl",
            ResourceFilter.RELATIONSHIPS,
            false,
            CreateForm.MANY,
            RowDependency.OTHER_TABLES,
            ChangeForm.CLASSIC,
            new ClassicTimesRule(RELATIONSHIPS)
                    .and(ChoiceRule.ignoringCase(RELATIONSHIPS, "source_type", ResourceFilter.RELATED_TYPES))
                    .and(ChoiceRule.ignoringCase(RELATIONSHIPS, "target_type", ResourceFilter.RELATED_TYPES))
                    .and(FractionRule.of(RELATIONSHIPS, "confidence")));

    static final ListedResource OF_TIME_SERIES = new ListedResource(
            TIME_SERIES,
            "timeseries",
            "timeSeriesAcl",
            ResourceFilter.TIME_SERIES,
            true,
            CreateForm.MANY,
            RowDependency.NONE,
            ChangeForm.CLASSIC,
            JsonRule.objectOfTexts(TIME_SERIES, "metadata"));

    static final ListedResource OF_SEQUENCES = new ListedResource(
            SEQUENCES,
            "sequences",
            "sequencesAcl",
            ResourceFilter.SEQUENCES,
            true,
            CreateForm.MANY,
            RowDependency.NONE,
            ChangeForm.SEQUENCES,
            JsonRule.objectOfTexts(SEQUENCES, "metadata").and(JsonRule.arrayOfObjects(SEQUENCES, "columns")));

    static final ListedResource OF_EXTRACTION_PIPELINES = new ListedResource(
            EXTRACTION_PIPELINES,
            "extpipes",
            "extractionPipelinesAcl",
            ResourceFilter.EXTRACTION_PIPELINES,
            false,
            CreateForm.MANY,
            RowDependency.NONE,
            ChangeForm.EXTRACTION_PIPELINES,
            JsonRule.objectOfTexts(EXTRACTION_PIPELINES, "metadata")
                    .and(JsonRule.arrayOfObjects(EXTRACTION_PIPELINES, "raw_tables"))
                    .and(JsonRule.arrayOfObjects(EXTRACTION_PIPELINES, "contacts"))
                    .and(JsonRule.object(EXTRACTION_PIPELINES, "notification_config")));

    /** Its name in messages. */
    String name() {
        return table.name().replace('_', ' ');
    }
}
