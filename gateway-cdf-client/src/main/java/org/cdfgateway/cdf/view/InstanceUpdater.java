package org.cdfgateway.cdf.view;

import java.util.List;
import java.util.Set;
import org.cdfgateway.cdf.api.InstancesApi;
import org.cdfgateway.cdf.change.UpdateRules;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowUpdate;
import org.cdfgateway.domain.write.WriteOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Changes properties of instances; those that are not set stay as they are. Needs the rows as they were read, because
 * CDF's call would create what does not exist.
 */
final class InstanceUpdater implements RowUpdater {
    private final ViewTable table;
    private final ApplyCalls calls;
    private final UpdateRules rules;

    InstanceUpdater(ViewTable table, ApplyCalls calls) {
        this.table = table;
        this.calls = calls;
        this.rules = new UpdateRules(table.definition(), ValueRule.of(table));
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

    @Override
    public boolean needsOnlyTheKey() {
        return false;
    }

    @Override
    public void check(RowUpdate update) {
        rules.check(update);
    }

    @Override
    public WriteOutcome update(List<RowUpdate> updates, MissingRows missing, CdfAccess access) {
        Set<Column> set = Set.copyOf(updates.get(0).columns());
        List<ViewTable.PropertyColumn> properties = table.properties().stream()
                .filter(each -> set.contains(each.column()))
                .toList();
        List<Row> changed = updates.stream().map(this::changed).toList();
        return new WriteOutcome(calls.apply(changed, row -> properties, access), List.of());
    }

    private Row changed(RowUpdate update) {
        @Nullable Object[] values = update.current().orElseThrow().values().toArray();
        for (int i = 0; i < update.columns().size(); i++) {
            int position =
                    table.definition().position(update.columns().get(i).name()).orElseThrow();
            values[position] = update.values().value(i);
        }
        return Row.owning(values);
    }
}
