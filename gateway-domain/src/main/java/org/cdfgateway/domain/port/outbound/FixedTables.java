package org.cdfgateway.domain.port.outbound;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.TableName;

/** A set of tables that never changes. */
public final class FixedTables implements UserTables {
    private final List<TableAdapter> all;
    private final List<TableDefinition> custom;
    private final Map<TableName, TableAdapter> byName = new HashMap<>();

    /** @throws IllegalArgumentException when two tables have the same name */
    public FixedTables(List<TableAdapter> builtIn, List<TableAdapter> custom) {
        this.all = Stream.concat(builtIn.stream(), custom.stream()).toList();
        this.custom = List.copyOf(custom.stream().map(TableAdapter::table).toList());
        for (TableAdapter adapter : all) {
            if (byName.put(adapter.table().id(), adapter) != null) {
                throw new IllegalArgumentException(
                        "two tables of the name " + adapter.table().id());
            }
        }
    }

    @Override
    public List<TableAdapter> all() {
        return all;
    }

    @Override
    public List<TableDefinition> custom() {
        return custom;
    }

    @Override
    public Optional<TableAdapter> find(TableName name) {
        return Optional.ofNullable(byName.get(name));
    }
}
