package org.cdfgateway.domain.table.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.Pushable;
import org.cdfgateway.domain.table.RowChange;
import org.cdfgateway.domain.table.TableDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all table definitions have in common. */
class FamilyRulesTest {
    /** PostgreSQL cuts longer names (manual section 4.1.1). */
    private static final int MAX_NAME_LENGTH = 63;

    /** The RAW tables' columns are prefixed (reference/postgres-gateway.md sections 2.14 and 2.15), one is renamed. */
    private static final Map<String, String> RAW_NAMES = Map.of(
            "raw_rows.database", "_raw_database",
            "raw_rows.table", "_raw_table",
            "raw_rows.key", "_raw_key",
            "raw_rows.columns", "_raw_columns",
            "raw_rows.lastUpdatedTime", "_raw_last_updated_time",
            "raw_tables.database", "_raw_database",
            "raw_tables.name", "_raw_table");

    static Stream<TableDefinition> tables() {
        return BuiltInTables.ALL.stream();
    }

    @Test
    void tableNamesAreUnique() {
        assertThat(BuiltInTables.ALL).extracting(TableDefinition::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void columnNamesAndFieldsAreUnique(TableDefinition table) {
        assertThat(table.columns()).extracting(Column::name).doesNotHaveDuplicates();
        assertThat(table.columns()).extracting(Column::cdfField).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void columnsAreTheSnakeCaseOfTheirFields(TableDefinition table) {
        for (Column column : table.columns()) {
            String field = table.name() + "." + column.cdfField();

            assertThat(column.name()).isEqualTo(RAW_NAMES.getOrDefault(field, snakeCase(column.cdfField())));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void namesNeedNoQuotes(TableDefinition table) {
        Stream<String> names =
                Stream.concat(Stream.of(table.name()), table.columns().stream().map(Column::name));

        assertThat(names)
                .allSatisfy(
                        name -> assertThat(name).matches("[a-z_][a-z0-9_]*").hasSizeLessThanOrEqualTo(MAX_NAME_LENGTH));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everythingIsExplained(TableDefinition table) {
        assertThat(table.comment()).isNotBlank().doesNotEndWith(".");
        assertThat(table.columns())
                .allSatisfy(column -> assertThat(column.comment()).isNotBlank().doesNotEndWith("."));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void onlyComparableColumnsAnswerComparisons(TableDefinition table) {
        List<ColumnType> uncomparable = List.of(ColumnType.JSON, ColumnType.BIGINT_ARRAY, ColumnType.TEXT_ARRAY);

        assertThat(table.columns())
                .filteredOn(column -> uncomparable.contains(column.family()))
                .allSatisfy(column -> assertThat(column.pushables())
                        .doesNotContain(Pushable.LOOKUP, Pushable.EQUALITY, Pushable.RANGE, Pushable.PARENT));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void timesOfCreationAndChangeNeverChange(TableDefinition table) {
        assertThat(table.columns())
                .filteredOn(
                        column -> Set.of("created_time", "last_updated_time").contains(column.name()))
                .noneMatch(column -> column.writeRule().updatable());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void somethingTellsRowsApart(TableDefinition table) {
        assertThat(table.keys()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void columnsCanBeWrittenByTheStatementsThatArePossible(TableDefinition table) {
        boolean insertable =
                table.columns().stream().anyMatch(column -> column.writeRule().insertable());
        boolean updatable =
                table.columns().stream().anyMatch(column -> column.writeRule().updatable());

        assertThat(insertable).isEqualTo(table.refusal(RowChange.INSERT).isEmpty());
        assertThat(updatable).isEqualTo(table.refusal(RowChange.UPDATE).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void anExampleShowsItsUse(TableDefinition table) {
        assertThat(table.example()).contains(" " + table.name());
    }

    private static String snakeCase(String camelCase) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < camelCase.length(); i++) {
            char letter = camelCase.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                snake.append('_').append((char) (letter - 'A' + 'a'));
            } else {
                snake.append(letter);
            }
        }
        return snake.toString();
    }
}
