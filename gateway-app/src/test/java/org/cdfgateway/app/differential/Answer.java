package org.cdfgateway.app.differential;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement returned: names and types of its columns and its rows in an order of their own, or its SQLSTATE.
 * Lengths of types are left out: where PostgreSQL takes all columns of a view as they come, it announces them without.
 *
 * @param columns name and type of each column; empty when the statement failed
 * @param rows each row as one text, sorted
 * @param sqlState empty when the statement succeeded
 * @param message why it failed; names the tables, so it is not compared
 */
record Answer(List<String> columns, List<String> rows, String sqlState, String message) {

    /** How a statement is sent. */
    enum Protocol {
        /** One round trip, text format. */
        UNPREPARED,
        /** A server-side prepared statement, results in binary where the driver knows the type. */
        PREPARED,
        /** A portal that is read in slices, inside a transaction. */
        SLICED
    }

    static Answer to(Connection connection, String sql, Protocol protocol) throws SQLException {
        connection.setAutoCommit(protocol != Protocol.SLICED);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(protocol == Protocol.SLICED ? 7 : 0);
            statement
                    .unwrap(org.postgresql.PGStatement.class)
                    .setPrepareThreshold(protocol == Protocol.PREPARED ? -1 : 0);
            try (ResultSet result = statement.executeQuery()) {
                return read(result);
            }
        } catch (SQLException e) {
            return new Answer(List.of(), List.of(), String.valueOf(e.getSQLState()), String.valueOf(e.getMessage()));
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Short enough for a failure message. */
    String summary() {
        return sqlState.isEmpty()
                ? rows.size() + " rows " + rows.stream().limit(3).toList() + " of " + columns
                : "SQLSTATE " + sqlState + " " + message;
    }

    boolean isSameAs(Answer other) {
        return columns.equals(other.columns) && rows.equals(other.rows) && sqlState.equals(other.sqlState);
    }

    /** The driver's text of bytes in binary format is the name of a Java object. */
    private static @Nullable String text(ResultSet result, int column, int type) throws SQLException {
        byte[] bytes = type == Types.BINARY ? result.getBytes(column) : null;
        return bytes == null ? result.getString(column) : HexFormat.of().formatHex(bytes);
    }

    private static Answer read(ResultSet result) throws SQLException {
        ResultSetMetaData metaData = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            columns.add(metaData.getColumnName(i) + " " + metaData.getColumnTypeName(i));
        }
        List<String> rows = new ArrayList<>();
        while (result.next()) {
            StringBuilder row = new StringBuilder();
            for (int i = 1; i <= columns.size(); i++) {
                row.append('|').append(text(result, i, metaData.getColumnType(i)));
            }
            rows.add(row.toString());
        }
        rows.sort(null);
        return new Answer(columns, rows, "", "");
    }
}
