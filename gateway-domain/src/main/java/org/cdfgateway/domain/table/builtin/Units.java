package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.SqlType.JSON;
import static org.cdfgateway.domain.table.SqlType.TEXT;
import static org.cdfgateway.domain.table.SqlType.TEXT_ARRAY;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code units}: reference/postgres-gateway.md section 2.17. */
final class Units {

    static final TableDefinition DEFINITION = table("units", "Units of CDF's unit catalog")
            .column(
                    "external_id",
                    TEXT,
                    "externalId",
                    READ_ONLY,
                    Set.of(),
                    "Id of the unit, for example temperature:deg_c")
            .column("name", TEXT, "name", READ_ONLY, Set.of(), "Short name")
            .column("long_name", TEXT, "longName", READ_ONLY, Set.of(), "Name in words")
            .column("symbol", TEXT, "symbol", READ_ONLY, Set.of(), "Symbol")
            .column("alias_names", TEXT_ARRAY, "aliasNames", READ_ONLY, Set.of(), "Other ways to write it")
            .column("quantity", TEXT, "quantity", READ_ONLY, Set.of(), "What it measures")
            .column(
                    "conversion",
                    JSON,
                    "conversion",
                    READ_ONLY,
                    Set.of(),
                    "How to reach the base unit, an object with multiplier and offset")
            .column("source", TEXT, "source", READ_ONLY, Set.of(), "Where its definition comes from")
            .column("source_reference", TEXT, "sourceReference", READ_ONLY, Set.of(), "Link to its definition")
            .key("external_id")
            .readOnly("the unit catalog belongs to CDF")
            .example("SELECT external_id, symbol FROM units WHERE quantity = 'Temperature'")
            .build();

    private Units() {}
}
