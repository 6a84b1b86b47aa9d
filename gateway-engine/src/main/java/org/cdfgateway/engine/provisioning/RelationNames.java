package org.cdfgateway.engine.provisioning;

import static org.cdfgateway.engine.provisioning.SqlText.identifier;

import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.TableName;
import org.cdfgateway.domain.table.custom.CustomTableSchemas;

/**
 * The three relations behind one CDF table.
 *
 * @param foreign the foreign table behind the view
 * @param copyTarget the foreign table for COPY FROM
 * @param view what users see
 */
record RelationNames(TableName foreign, TableName copyTarget, TableName view) {

    static RelationNames ofBuiltIn(TableDefinition table) {
        return new RelationNames(
                new TableName("cdf", table.name()), new TableName("cdf_copy", table.name()), table.id());
    }

    static RelationNames ofCustom(TableDefinition table) {
        return new RelationNames(
                CustomTableSchemas.foreignTable(table.id()), CustomTableSchemas.copyTarget(table.id()), table.id());
    }

    /** As SQL has it; the gateway's own schemas need no quotes. */
    static String sql(TableName name) {
        boolean isOwn = name.schema().equals(TableDefinition.PUBLIC)
                || name.schema().startsWith(CustomTableSchemas.RESERVED_PREFIX);
        return (isOwn ? name.schema() : identifier(name.schema())) + "." + identifier(name.name());
    }
}
