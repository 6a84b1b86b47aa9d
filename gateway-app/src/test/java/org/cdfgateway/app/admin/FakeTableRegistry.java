package org.cdfgateway.app.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.cdfgateway.domain.table.custom.CustomTable;

/** The custom tables of gateway user {@code b} of project {@code plant-a}, in memory. */
final class FakeTableRegistry implements TableRegistry {
    private final Map<String, CustomTable> tables = new ConcurrentSkipListMap<>();

    @Override
    public Optional<List<CustomTable>> list(String project, String username) {
        return username.equals("b") && project.equals("plant-a")
                ? Optional.of(List.copyOf(tables.values()))
                : Optional.empty();
    }

    @Override
    public Optional<List<String>> create(String project, String username, List<CustomTable> more, String createdBy) {
        more.forEach(table -> tables.put(table.name(), table));
        return Optional.of(List.of());
    }

    @Override
    public Optional<List<String>> delete(
            String project, String username, Set<String> names, boolean ignoreUnknown, String deletedBy) {
        if (list(project, username).isEmpty()) {
            return Optional.empty();
        }
        List<String> unknown =
                names.stream().filter(name -> !tables.containsKey(name)).toList();
        if (unknown.isEmpty() || ignoreUnknown) {
            names.forEach(tables::remove);
            return Optional.of(List.of());
        }
        return Optional.of(unknown);
    }
}
