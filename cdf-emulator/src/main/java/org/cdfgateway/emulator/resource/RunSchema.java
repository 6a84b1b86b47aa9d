package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.schema.FieldRule.OPTIONAL;
import static org.cdfgateway.emulator.schema.FieldRule.REQUIRED;
import static org.cdfgateway.emulator.schema.FieldTypes.text;
import static org.cdfgateway.emulator.schema.FieldTypes.time;
import static org.cdfgateway.emulator.schema.FieldTypes.word;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.emulator.query.Criteria;
import org.cdfgateway.emulator.query.EndCriteria;
import org.cdfgateway.emulator.query.ListRules;
import org.cdfgateway.emulator.query.Order;
import org.cdfgateway.emulator.query.PartitionRule;
import org.cdfgateway.emulator.query.RecordCriteria;
import org.cdfgateway.emulator.query.SearchRules;
import org.cdfgateway.emulator.query.SortKey;
import org.cdfgateway.emulator.query.StrictFilter;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.FieldList;
import org.cdfgateway.emulator.schema.Property;
import org.cdfgateway.emulator.store.ItemStore;

/** The runs of extraction pipelines, the latest first: reference/cdf-api-resources.md section 12.2. */
public final class RunSchema {

    private static final FieldList FIELDS = new FieldList();

    /** Of the pipeline; not in lists. */
    public static final Field EXTERNAL_ID = FIELDS.field("externalId", text(1, 255), REQUIRED);

    public static final Field STATUS = FIELDS.field("status", word("success", "failure", "seen"), REQUIRED);
    public static final Field MESSAGE = FIELDS.field("message", text(0, 1000), OPTIONAL);
    /** As the request says it, which then is the time of the item. */
    static final Field GIVEN_TIME = FIELDS.field("createdTime", time(), OPTIONAL);

    private static final Order LATEST_FIRST = new Order(List.of(new SortKey(Property.CREATED_TIME, true, false)));

    private static final ReferenceErrors ERRORS = new ReferenceErrors(
            "Extraction pipelines not found",
            "Extraction pipelines not found",
            409,
            "Extraction pipelines duplicated",
            "Extraction pipelines duplicated",
            ReferenceErrors.SameObjectForm.ID,
            409,
            "Extraction pipelines duplicated",
            ReferenceErrors.Checks.REPEATED_FIRST);

    private static final StrictFilter FILTER = new StrictFilter()
            .with("externalId", (value, path, related) -> item -> true)
            .with("statuses", EndCriteria.oneOfTexts(STATUS, 1000))
            .with("createdTime", Criteria.range(Property.CREATED_TIME))
            .with("message", RecordCriteria.substring(MESSAGE));

    static final Schema SCHEMA = new Schema(
            new Schema.Calls("/extpipes/runs", "extractionRunsAcl", 1, 200, EnumSet.noneOf(Schema.Verb.class), false),
            FIELDS.all(),
            EXTERNAL_ID,
            Set.of(),
            ERRORS,
            new ListRules(FILTER, null, null, PartitionRule.UNSUPPORTED),
            LATEST_FIRST,
            SearchRules.NONE,
            new QueryParameters().text("externalId"));

    private RunSchema() {}

    /** A store of one pipeline's runs, which all have the external id of the pipeline. */
    static ItemStore newStore() {
        return ItemStore.withoutExternalIds(LATEST_FIRST);
    }

    public static List<Field> fields() {
        return FIELDS.all();
    }
}
