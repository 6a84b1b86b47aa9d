package org.cdfgateway.app.endtoend;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What statements return, in a form that is easy to compare. */
final class Rows {

    private Rows() {}

    /** Each row as its values' texts, joined by {@code |}; NULL is {@code null}. */
    static List<String> of(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            return of(results);
        }
    }

    static List<String> of(ResultSet results) throws SQLException {
        int columns = results.getMetaData().getColumnCount();
        List<String> rows = new ArrayList<>();
        while (results.next()) {
            List<@Nullable String> values = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                values.add(String.valueOf((Object) results.getString(column)));
            }
            rows.add(String.join("|", values));
        }
        return rows;
    }

    /** The first value of the first row as a number. */
    static long count(Connection connection, String sql) throws SQLException {
        return Long.parseLong(of(connection, sql).get(0));
    }

    static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
