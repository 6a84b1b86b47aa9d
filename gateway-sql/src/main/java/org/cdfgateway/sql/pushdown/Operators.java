package org.cdfgateway.sql.pushdown;

import static org.cdfgateway.domain.scan.ComparisonOperator.EQUAL;
import static org.cdfgateway.domain.scan.ComparisonOperator.GREATER;
import static org.cdfgateway.domain.scan.ComparisonOperator.GREATER_OR_EQUAL;
import static org.cdfgateway.domain.scan.ComparisonOperator.LESS;
import static org.cdfgateway.domain.scan.ComparisonOperator.LESS_OR_EQUAL;
import static org.cdfgateway.domain.scan.ComparisonOperator.NOT_EQUAL;

import org.cdfgateway.domain.scan.ComparisonOperator;

/** Relatives of comparison operators. */
final class Operators {

    private Operators() {}

    /** Holds for two values exactly when the operator does not. */
    static ComparisonOperator negated(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case LESS -> GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> GREATER;
            case GREATER -> LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> LESS;
        };
    }

    /** Holds when the operator holds for the operands the other way round. */
    static ComparisonOperator mirrored(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> EQUAL;
            case NOT_EQUAL -> NOT_EQUAL;
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
        };
    }
}
