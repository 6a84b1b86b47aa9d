package org.cdfgateway.cdf.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.RowKey;
import org.jspecify.annotations.Nullable;

/**
 * Assets below others come before these, since CDF does not delete an asset while another one has it as its parent
 * (reference/cdf-api-resources.md section 3.5). CDF is asked for the parents, unless one request takes all keys.
 */
final class ChildrenFirst implements DeletionOrder {
    private final StoredItems assets;
    private final TableDefinition table;

    ChildrenFirst(StoredItems assets, TableDefinition table) {
        this.assets = assets;
        this.table = table;
    }

    @Override
    public List<RowKey> of(List<RowKey> keys, CdfAccess access) {
        return keys.size() <= ClassicChanges.MAX_ITEMS ? keys : sorted(keys, access);
    }

    private List<RowKey> sorted(List<RowKey> keys, CdfAccess access) {
        Map<Object, Long> idOf = new HashMap<>();
        Map<Long, Long> parentOf = new HashMap<>();
        Column keyColumn = keys.get(0).key().columns().get(0);
        int key = table.position(keyColumn.name()).orElseThrow();
        int id = table.position("id").orElseThrow();
        int parent = table.position("parent_id").orElseThrow();
        for (Row row : rows(keys, keyColumn, access)) {
            if (row.value(id) instanceof Long own) {
                idOf.put(Objects.requireNonNull(row.value(key)), own);
                if (row.value(parent) instanceof Long above) {
                    parentOf.put(own, above);
                }
            }
        }
        Map<Long, Integer> depths = new HashMap<>();
        List<RowKey> sorted = new ArrayList<>(keys);
        sorted.sort(Comparator.comparing(
                (RowKey named) -> depth(idOf.get(named.value(keyColumn)), parentOf, depths),
                Comparator.reverseOrder()));
        return sorted;
    }

    private List<Row> rows(List<RowKey> keys, Column keyColumn, CdfAccess access) {
        List<RowKey> possible = keys.stream().filter(StoredItems::isPossible).toList();
        Set<Column> columns = Set.of(keyColumn, table.column("id"), table.column("parent_id"));
        List<Row> rows = new ArrayList<>();
        for (int from = 0; from < possible.size(); from += ClassicChanges.MAX_ITEMS) {
            int to = Math.min(possible.size(), from + ClassicChanges.MAX_ITEMS);
            rows.addAll(assets.find(possible.subList(from, to), columns, access));
        }
        return rows;
    }

    /** How many of the keys' assets are above it. Assets of the project that are not deleted do not count. */
    private static int depth(@Nullable Long asset, Map<Long, Long> parentOf, Map<Long, Integer> depths) {
        List<Long> path = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        Long current = asset;
        while (current != null && !depths.containsKey(current) && seen.add(current)) {
            path.add(current);
            current = parentOf.get(current);
        }
        int depth = current == null ? -1 : depths.getOrDefault(current, -1);
        for (int i = path.size() - 1; i >= 0; i--) {
            depth++;
            depths.put(path.get(i), depth);
        }
        return asset == null ? 0 : depths.getOrDefault(asset, 0);
    }
}
