package org.cdfgateway.cdf.check;

import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;

/** An asset names its parent by one key at most (reference/cdf-api-resources.md section 3.2). */
public record AssetParentRule(int parentId, int parentExternalId) implements RowCheck {

    public static AssetParentRule of(TableDefinition assets) {
        return new AssetParentRule(
                assets.position("parent_id").orElseThrow(),
                assets.position("parent_external_id").orElseThrow());
    }

    @Override
    public void check(Row row) {
        if (row.value(parentId) != null && row.value(parentExternalId) != null) {
            throw new GatewayException(
                            ErrorKind.INVALID_PARAMETER_VALUE,
                            "columns \"parent_id\" and \"parent_external_id\" are both given")
                    .withDetail("parent_id: " + row.value(parentId) + ", parent_external_id: "
                            + row.value(parentExternalId) + ".")
                    .withHint("Give one of them.");
        }
    }
}
