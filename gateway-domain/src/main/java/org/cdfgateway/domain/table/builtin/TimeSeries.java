package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.EQUALITY;
import static org.cdfgateway.domain.table.Pushable.LOOKUP;
import static org.cdfgateway.domain.table.Pushable.NULL_TEST;
import static org.cdfgateway.domain.table.Pushable.RANGE;
import static org.cdfgateway.domain.table.SqlType.BIGINT;
import static org.cdfgateway.domain.table.SqlType.BIGINT_ARRAY;
import static org.cdfgateway.domain.table.SqlType.BOOLEAN;
import static org.cdfgateway.domain.table.SqlType.JSON;
import static org.cdfgateway.domain.table.SqlType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.DEFAULTED;
import static org.cdfgateway.domain.table.WriteRule.FIXED;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;
import static org.cdfgateway.domain.table.WriteRule.WRITABLE;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code time_series}: reference/postgres-gateway.md section 2.6. */
final class TimeSeries {

    static final TableDefinition DEFINITION = table(
                    "time_series", "Time series of the CDF project, without their points")
            .column("id", BIGINT, "id", READ_ONLY, Set.of(LOOKUP), "Id given by CDF")
            .column(
                    "external_id",
                    varchar(255),
                    "externalId",
                    WRITABLE,
                    Set.of(LOOKUP, NULL_TEST),
                    "Id given by the source, unique among time series")
            .column("name", varchar(255), "name", WRITABLE, Set.of(EQUALITY, NULL_TEST), "Name, need not be unique")
            .column(
                    "is_string",
                    BOOLEAN,
                    "isString",
                    FIXED,
                    Set.of(EQUALITY),
                    "Whether its points are texts; fixed when created")
            .column("metadata", JSON, "metadata", WRITABLE, Set.of(), "Custom fields, an object of texts")
            .column("unit", varchar(32), "unit", WRITABLE, Set.of(EQUALITY, NULL_TEST), "Unit as the source writes it")
            .column(
                    "unit_external_id",
                    varchar(255),
                    "unitExternalId",
                    WRITABLE,
                    Set.of(EQUALITY, NULL_TEST),
                    "Unit in CDF's unit catalog")
            .column(
                    "asset_id",
                    BIGINT,
                    "assetId",
                    WRITABLE,
                    Set.of(EQUALITY, NULL_TEST),
                    "Id of the asset it belongs to")
            .column(
                    "is_step",
                    BOOLEAN,
                    "isStep",
                    DEFAULTED,
                    Set.of(EQUALITY),
                    "Whether a value holds until the next one")
            .column("description", varchar(1000), "description", WRITABLE, Set.of(EQUALITY, NULL_TEST), "Description")
            .column(
                    "security_categories",
                    BIGINT_ARRAY,
                    "securityCategories",
                    WRITABLE,
                    Set.of(),
                    "Ids of the security categories a reader needs")
            .column(
                    "data_set_id",
                    BIGINT,
                    "dataSetId",
                    WRITABLE,
                    Set.of(EQUALITY, NULL_TEST),
                    "Id of the data set it belongs to")
            .column(
                    "created_time",
                    TIMESTAMPTZ,
                    "createdTime",
                    READ_ONLY,
                    Set.of(EQUALITY, RANGE),
                    "When CDF created it")
            .column(
                    "last_updated_time",
                    TIMESTAMPTZ,
                    "lastUpdatedTime",
                    READ_ONLY,
                    Set.of(EQUALITY, RANGE),
                    "When CDF last changed it")
            .key("id")
            .key("external_id")
            .example("SELECT external_id, unit FROM time_series WHERE NOT is_string")
            .build();

    private TimeSeries() {}
}
