package org.cdfgateway.sql.pushdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;

/** Builds predicates without needless nesting. */
final class Predicates {

    private Predicates() {}

    static Predicate and(Stream<Predicate> operands) {
        List<Predicate> kept = new ArrayList<>();
        operands.forEach(operand -> kept.addAll(operand.conjuncts()));
        if (kept.contains(Predicate.none())) {
            return Predicate.none();
        }
        return kept.size() == 1 ? kept.get(0) : new Predicate.And(kept);
    }

    static Predicate or(Stream<Predicate> operands) {
        List<Predicate> kept = new ArrayList<>();
        operands.forEach(operand -> {
            if (operand instanceof Predicate.Or or) {
                kept.addAll(or.operands());
            } else {
                kept.add(operand);
            }
        });
        if (kept.contains(Predicate.all())) {
            return Predicate.all();
        }
        return kept.size() == 1 ? kept.get(0) : new Predicate.Or(kept);
    }

    static Predicate in(Column column, List<Object> constants) {
        return switch (constants.size()) {
            case 0 -> Predicate.none();
            case 1 -> new Predicate.Comparison(column, ComparisonOperator.EQUAL, constants.get(0));
            default -> new Predicate.In(column, constants);
        };
    }
}
