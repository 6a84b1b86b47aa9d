package org.cdfgateway.cdf.table;

import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;

/**
 * A row names what it belongs to by its id or its external id, not by both.
 *
 * @param what it belongs to, for messages
 */
record OneReferenceRule(int id, int externalId, String what) implements RowCheck {

    static OneReferenceRule of(TableDefinition table, String what) {
        return new OneReferenceRule(
                table.position("id").orElseThrow(),
                table.position("external_id").orElseThrow(),
                what);
    }

    @Override
    public void check(Row row) {
        Object givenId = row.value(id);
        Object givenExternalId = row.value(externalId);
        if (givenId == null && givenExternalId == null) {
            throw new GatewayException(ErrorKind.NOT_NULL_VIOLATION, "columns \"id\" and \"external_id\" are both null")
                    .withHint("Name the " + what + " by one of them.");
        }
        if (givenId != null && givenExternalId != null) {
            throw new GatewayException(
                            ErrorKind.INVALID_PARAMETER_VALUE, "columns \"id\" and \"external_id\" are both given")
                    .withDetail("id: " + givenId + ", external_id: " + givenExternalId + ".")
                    .withHint("Name the " + what + " by one of them.");
        }
    }
}
