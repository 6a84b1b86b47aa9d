package org.cdfgateway.domain.migration;

import java.util.List;
import java.util.Optional;

/** One row of the migration guide: what became of a column, or of a table with its columns. */
public sealed interface Change {

    /** The 2.0 table that the row stands under. */
    String table();

    /** What the guide calls it. */
    String kind();

    /** The 1.0 side of the row, empty when there was none. */
    Optional<String> before();

    /** The 2.0 side of the row. */
    List<GuideColumn> after();

    /** The 1.0 column that had another name, or that is gone; empty when the row is not about such a one. */
    Optional<LegacyColumn> legacyColumn();

    /** The column that the table of 1.0 had not; empty when the row is not about such a one. */
    Optional<String> addedColumn();

    /** 2.0 has a column that 1.0 had not. */
    record Added(String table, GuideColumn column) implements Change {

        @Override
        public String kind() {
            return "added";
        }

        @Override
        public Optional<String> before() {
            return Optional.empty();
        }

        @Override
        public List<GuideColumn> after() {
            return List.of(column);
        }

        @Override
        public Optional<LegacyColumn> legacyColumn() {
            return Optional.empty();
        }

        @Override
        public Optional<String> addedColumn() {
            return Optional.of(column.name());
        }
    }

    /** The column has another name and the same type. */
    record Renamed(String table, GuideColumn from, GuideColumn to) implements Change {

        @Override
        public String kind() {
            return "renamed";
        }

        @Override
        public Optional<String> before() {
            return Optional.of(from.toString());
        }

        @Override
        public List<GuideColumn> after() {
            return List.of(to);
        }

        @Override
        public Optional<LegacyColumn> legacyColumn() {
            return Optional.of(new LegacyColumn(from.name(), Optional.of(to.name())));
        }

        @Override
        public Optional<String> addedColumn() {
            return Optional.empty();
        }
    }

    /** The column has another name and another type. */
    record Retyped(String table, GuideColumn from, GuideColumn to) implements Change {

        @Override
        public String kind() {
            return "renamed, retyped";
        }

        @Override
        public Optional<String> before() {
            return Optional.of(from.toString());
        }

        @Override
        public List<GuideColumn> after() {
            return List.of(to);
        }

        @Override
        public Optional<LegacyColumn> legacyColumn() {
            return Optional.of(new LegacyColumn(from.name(), Optional.of(to.name())));
        }

        @Override
        public Optional<String> addedColumn() {
            return Optional.empty();
        }
    }

    /** 2.0 has no such column. */
    record Removed(String table, GuideColumn column) implements Change {

        @Override
        public String kind() {
            return "removed";
        }

        @Override
        public Optional<String> before() {
            return Optional.of(column.toString());
        }

        @Override
        public List<GuideColumn> after() {
            return List.of();
        }

        @Override
        public Optional<LegacyColumn> legacyColumn() {
            return Optional.of(new LegacyColumn(column.name(), Optional.empty()));
        }

        @Override
        public Optional<String> addedColumn() {
            return Optional.empty();
        }
    }

    /** A 1.0 table became several; this one of them holds all that 1.0 could hold, under the same column names. */
    record Split(String table, String from, List<GuideColumn> after) implements Change {

        public Split {
            after = List.copyOf(after);
        }

        @Override
        public String kind() {
            return "split";
        }

        @Override
        public Optional<String> before() {
            return Optional.of("table " + from);
        }

        @Override
        public Optional<LegacyColumn> legacyColumn() {
            return Optional.empty();
        }

        @Override
        public Optional<String> addedColumn() {
            return Optional.empty();
        }
    }

    /** 2.0 has a table that 1.0 had not; the guide prints these columns of it in one row. */
    record NewTable(String table, List<GuideColumn> after) implements Change {

        public NewTable {
            after = List.copyOf(after);
        }

        @Override
        public String kind() {
            return "new table";
        }

        @Override
        public Optional<String> before() {
            return Optional.empty();
        }

        @Override
        public Optional<LegacyColumn> legacyColumn() {
            return Optional.empty();
        }

        @Override
        public Optional<String> addedColumn() {
            return Optional.empty();
        }
    }
}
