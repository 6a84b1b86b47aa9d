package org.cdfgateway.cdf.view;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.cdf.api.InstanceReference;
import org.cdfgateway.cdf.api.InstancesApi;
import org.cdfgateway.cdf.check.ColumnRules;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.custom.InstanceKind;
import org.cdfgateway.domain.table.custom.PropertyType;
import org.cdfgateway.domain.table.custom.ViewId;

/** Creates instances; those that exist take the values that are given and keep the others. */
final class InstanceInserter implements RowInserter {
    private final ViewTable table;
    private final ApplyCalls calls;
    private final InsertedProperties choice;
    private final RowCheck check;
    private final List<ViewTable.PropertyColumn> relations;
    private final List<ViewTable.PropertyColumn> inner;

    /** @param view that the table shows */
    InstanceInserter(ViewTable table, ViewId view, ApplyCalls calls) {
        this.table = table;
        this.calls = calls;
        this.choice = new InsertedProperties(table);
        this.check =
                new ColumnRules(table.definition()).and(ValueRule.of(table)).and(choice);
        this.relations = table.properties().stream()
                .filter(each -> each.property().type() == PropertyType.DIRECT_RELATION)
                .toList();
        this.inner =
                relations.stream().filter(each -> mayLeadTo(table, view, each)).toList();
    }

    /** Edges are no targets, and a relation that names another view leads to rows of another table. */
    private static boolean mayLeadTo(ViewTable table, ViewId view, ViewTable.PropertyColumn each) {
        Optional<ViewId> target = each.property().relatesTo();
        return table.kind() == InstanceKind.NODES && target.map(view::equals).orElse(true);
    }

    @Override
    public List<String> operations() {
        return List.of(InstancesApi.APPLY_CALL);
    }

    @Override
    public int maxBatchRows() {
        return InstancesApi.MAX_ITEMS;
    }

    @Override
    public int parallelism() {
        return ApplyCalls.PARALLELISM;
    }

    /** CDF creates missing targets, but not of relations that insist on data in a container. */
    @Override
    public boolean dependsOnEarlier(List<Row> rows) {
        if (inner.isEmpty()) {
            return false;
        }
        Set<InstanceReference> created = new HashSet<>();
        rows.forEach(row -> created.add(table.key(row)));
        return rows.stream().anyMatch(row -> leadsBeyond(row, created));
    }

    private boolean leadsBeyond(Row row, Set<InstanceReference> created) {
        for (ViewTable.PropertyColumn relation : inner) {
            Object value = row.value(relation.position());
            List<?> targets = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
            if (!targets.stream()
                    .flatMap(target -> NodeTexts.parsed((String) target).stream())
                    .allMatch(created::contains)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean refersToOtherTables(Row row) {
        return table.kind() == InstanceKind.EDGES
                || relations.stream().anyMatch(relation -> row.value(relation.position()) != null);
    }

    @Override
    public void check(Row row) {
        check.check(row);
    }

    @Override
    public List<Row> insert(List<Row> rows, CdfAccess access) {
        return calls.apply(rows, choice, access);
    }
}
