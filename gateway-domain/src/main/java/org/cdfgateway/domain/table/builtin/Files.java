package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.EQUALITY;
import static org.cdfgateway.domain.table.Pushable.LOOKUP;
import static org.cdfgateway.domain.table.Pushable.RANGE;
import static org.cdfgateway.domain.table.SqlType.BIGINT;
import static org.cdfgateway.domain.table.SqlType.BIGINT_ARRAY;
import static org.cdfgateway.domain.table.SqlType.BOOLEAN;
import static org.cdfgateway.domain.table.SqlType.JSON;
import static org.cdfgateway.domain.table.SqlType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.SqlType.varcharArray;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.FIXED_REQUIRED;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;
import static org.cdfgateway.domain.table.WriteRule.WRITABLE;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code files}: reference/postgres-gateway.md section 2.5. */
final class Files {

    static final TableDefinition DEFINITION = table(
                    "files", "Metadata of the files of the CDF project; contents are not reachable by SQL")
            .column("id", BIGINT, "id", READ_ONLY, Set.of(LOOKUP), "Id given by CDF")
            .column(
                    "external_id",
                    varchar(255),
                    "externalId",
                    WRITABLE,
                    Set.of(LOOKUP),
                    "Id given by the source, unique among files")
            .column(
                    "name",
                    varchar(256),
                    "name",
                    FIXED_REQUIRED,
                    Set.of(EQUALITY),
                    "File name, need not be unique; CDF cannot change it")
            .column(
                    "directory",
                    varchar(512),
                    "directory",
                    WRITABLE,
                    Set.of(),
                    "Absolute path, slashes between folders")
            .column("source", varchar(128), "source", WRITABLE, Set.of(EQUALITY), "Where the file comes from")
            .column(
                    "mime_type",
                    varchar(256),
                    "mimeType",
                    WRITABLE,
                    Set.of(EQUALITY),
                    "Kind of content, for example application/pdf")
            .column("metadata", JSON, "metadata", WRITABLE, Set.of(), "Custom fields, an object of texts")
            .column("asset_ids", BIGINT_ARRAY, "assetIds", WRITABLE, Set.of(), "Ids of the assets it belongs to")
            .column("data_set_id", BIGINT, "dataSetId", WRITABLE, Set.of(EQUALITY), "Id of the data set it belongs to")
            .column("labels", varcharArray(255), "labels", WRITABLE, Set.of(), "External ids of its labels")
            .column("geo_location", JSON, "geoLocation", WRITABLE, Set.of(), "Position, a GeoJSON feature")
            .column(
                    "source_created_time",
                    TIMESTAMPTZ,
                    "sourceCreatedTime",
                    WRITABLE,
                    Set.of(EQUALITY, RANGE),
                    "When the source created the file")
            .column(
                    "source_modified_time",
                    TIMESTAMPTZ,
                    "sourceModifiedTime",
                    WRITABLE,
                    Set.of(EQUALITY, RANGE),
                    "When the source last changed the file")
            .column(
                    "security_categories",
                    BIGINT_ARRAY,
                    "securityCategories",
                    WRITABLE,
                    Set.of(),
                    "Ids of the security categories a reader needs")
            .column("uploaded", BOOLEAN, "uploaded", READ_ONLY, Set.of(EQUALITY), "Whether CDF has the content")
            .column(
                    "uploaded_time",
                    TIMESTAMPTZ,
                    "uploadedTime",
                    READ_ONLY,
                    Set.of(EQUALITY, RANGE),
                    "When the content came")
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
            .example(
                    "SELECT name, source_modified_time FROM files WHERE mime_type = 'application/pdf' AND directory = '/SOL/manuals'")
            .build();

    private Files() {}
}
