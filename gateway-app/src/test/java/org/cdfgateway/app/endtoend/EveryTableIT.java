package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cdfgateway.domain.table.Refusal;
import org.cdfgateway.domain.table.RowChange;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;

@ExtendWith(GatewayExtension.class)
class EveryTableIT {

    static Stream<Arguments> tables() {
        return BuiltInTables.ALL.stream().map(table -> Arguments.of(table.name(), table));
    }

    /** The points of all series would take long; those of one are read elsewhere. */
    static Stream<Arguments> readAsAWhole() {
        return tables().filter(table -> !((String) table.get()[0]).endsWith("datapoints"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readAsAWhole")
    void isReadAndCopied(String name, TableDefinition table, RunningGateway gateway) throws SQLException, IOException {
        try (Connection connection = gateway.connect()) {
            List<String> rows = Rows.of(connection, "SELECT * FROM " + name);
            StringWriter copied = new StringWriter();
            long copiedRows =
                    connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + name + " TO STDOUT", copied);

            assertThat(rows).isNotEmpty();
            assertThat(copiedRows).isEqualTo(rows.size());
            assertThat(copied.toString().lines()).hasSize(rows.size());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readAsAWhole")
    void namesItsColumns(String name, TableDefinition table, RunningGateway gateway) throws SQLException {
        String quoted = table.columns().stream()
                .map(column -> "\"" + column.name() + "\"")
                .collect(Collectors.joining(", "));
        try (Connection connection = gateway.connect()) {
            assertThat(Rows.of(connection, "SELECT " + quoted + " FROM " + name + " LIMIT 3"))
                    .hasSizeBetween(1, 3);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void showsAnExampleThatFindsRows(String name, TableDefinition table, RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            assertThat(Rows.of(connection, table.example())).isNotEmpty();
        }
    }

    static Stream<Arguments> readOnly() {
        return tables().filter(table ->
                ((TableDefinition) table.get()[1]).refusal(RowChange.INSERT).isPresent());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readOnly")
    void saysWhyNothingCanBeInserted(String name, TableDefinition table, RunningGateway gateway) throws SQLException {
        Refusal refusal = table.refusal(RowChange.INSERT).orElseThrow();
        try (Connection connection = gateway.connect()) {
            assertThatThrownBy(() -> Rows.update(
                            connection,
                            "INSERT INTO " + name + " ("
                                    + table.columns().get(0).name() + ") VALUES ('x')"))
                    .hasMessageContaining(refusal.reason())
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo("0A000");
        }
    }
}
