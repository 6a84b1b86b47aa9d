package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cdfgateway.domain.migration.Change;
import org.cdfgateway.domain.migration.GuideColumn;
import org.cdfgateway.domain.migration.LegacyColumn;
import org.cdfgateway.domain.migration.TableMigration;
import org.cdfgateway.domain.port.inbound.VersionMapping;
import org.cdfgateway.sql.SqlMigration;
import org.cdfgateway.sql.migrate.MigratedSql;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Row by row, the migration guide holds in schema v1, in 2.0 and for the rewriter. {@link LegacyWritingIT} writes the
 * columns that have moved.
 */
@ExtendWith(GatewayExtension.class)
class MigrationGuideIT {

    private static final String UNDEFINED_COLUMN = "42703";
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String REFUSED = "42501";

    private final SqlMigration migration = new SqlMigration(VersionMapping.PRODUCT);

    @TestFactory
    Stream<DynamicTest> everyRowHolds(RunningGateway gateway) {
        return VersionMapping.PRODUCT.guide().stream()
                .flatMap(table -> table.changes().stream()
                        .map(row -> DynamicTest.dynamicTest(name(row), () -> {
                            try (Connection connection = gateway.connect()) {
                                check(connection, table, row);
                            }
                        })));
    }

    private void check(Connection connection, TableMigration table, Change row) throws SQLException {
        Optional<LegacyColumn> moved = row.legacyColumn();
        if (row.addedColumn().isPresent()) {
            isNew(
                    connection,
                    table.from().orElseThrow(),
                    row.table(),
                    row.addedColumn().get());
        } else if (moved.isPresent() && moved.get().isRemoved()) {
            isGone(connection, table.from().orElseThrow(), moved.get().name());
        } else if (moved.isPresent()) {
            hasMoved(connection, table.from().orElseThrow(), row.table(), moved.get());
        } else if (row.before().isPresent()) {
            isTheSame(connection, table.from().orElseThrow(), row);
        } else {
            isNewTable(connection, row);
        }
    }

    private void isNew(Connection connection, String old, String current, String column) throws SQLException {
        refuses(connection, "SELECT " + column + " FROM v1." + old, UNDEFINED_COLUMN);
        refuses(connection, "INSERT INTO v1." + old + " (" + column + ") VALUES (NULL)", UNDEFINED_COLUMN);
        Rows.of(connection, "SELECT " + column + " FROM public." + current + " LIMIT 1");

        MigratedSql star = migration.migrate("SELECT * FROM " + old);
        boolean left = star.text().contains("*");
        assertThat(star.findings())
                .anySatisfy(finding -> assertThat(finding.message()).contains(left ? column : "1.0's columns"));
        assertThat(left || !star.text().contains(column)).as(star.text()).isTrue();
    }

    private void isGone(Connection connection, String old, String column) throws SQLException {
        assertThat(Rows.of(connection, "SELECT DISTINCT " + column + " FROM v1." + old))
                .containsExactly("null");
        refuses(connection, "INSERT INTO v1." + old + " (" + column + ") VALUES ('x')", REFUSED);
        refuses(connection, "UPDATE v1." + old + " SET " + column + " = 'x'", REFUSED);

        assertThat(migration.migrate("SELECT " + column + " FROM " + old).hasProblems())
                .isTrue();
    }

    private void hasMoved(Connection connection, String old, String current, LegacyColumn column) throws SQLException {
        String before = "\"" + column.name() + "\"";
        String after = "\"" + column.successor().orElseThrow() + "\"";
        String migrated = migration.migrate("SELECT " + before + " FROM " + old).text();
        assertThat(migrated).isEqualTo("SELECT " + after + " AS " + before + " FROM " + current);
        List<String> rows = sorted(connection, migrated);
        assertThat(rows).isNotEmpty();
        assertThat(sorted(connection, "SELECT " + before + " FROM v1." + old)).isEqualTo(rows);
        refuses(connection, "SELECT " + after + " FROM v1." + old, UNDEFINED_COLUMN);
    }

    private void isTheSame(Connection connection, String old, Change row) throws SQLException {
        String columns = row.after().stream().map(GuideColumn::name).collect(Collectors.joining(", "));
        String rest = " WHERE id = (SELECT min(id) FROM time_series WHERE NOT is_string) LIMIT 50";
        String sql = "SELECT " + columns + " FROM " + old + rest;
        String migrated = migration.migrate(sql).text();
        assertThat(migrated).isEqualTo("SELECT " + columns + " FROM " + row.table() + rest);
        assertThat(Rows.of(connection, "SELECT " + columns + " FROM v1." + old + rest))
                .isNotEmpty()
                .isEqualTo(Rows.of(connection, migrated));
    }

    private void isNewTable(Connection connection, Change row) throws SQLException {
        String column = row.after().get(0).name();
        String sql = "SELECT " + column + " FROM " + row.table() + " LIMIT 1";
        refuses(connection, sql.replace(" FROM ", " FROM v1."), UNDEFINED_TABLE);
        Rows.of(connection, sql);
        assertThat(migration.migrate(sql).isChanged()).isFalse();
    }

    private static void refuses(Connection connection, String sql, String sqlState) {
        assertThatThrownBy(() -> Rows.update(connection, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState())
                                .as(failure.getMessage())
                                .isEqualTo(sqlState));
    }

    private static List<String> sorted(Connection connection, String sql) throws SQLException {
        return Rows.of(connection, sql).stream().sorted().toList();
    }

    private static String name(Change row) {
        return row.table() + ": " + row.before().orElse("-") + " -> " + row.after();
    }
}
