package org.cdfgateway.pgwire;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plain JDBC in one line. */
public final class Sql {

    private Sql() {}

    /** Runs a text and returns the first column of all its results. */
    public static List<@Nullable String> run(Connection connection, String sql) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            boolean hasRows = statement.execute(sql);
            while (hasRows || statement.getUpdateCount() >= 0) {
                if (hasRows) {
                    try (ResultSet rows = statement.getResultSet()) {
                        while (rows.next()) {
                            values.add(rows.getString(1));
                        }
                    }
                }
                hasRows = statement.getMoreResults();
            }
        }
        return values;
    }
}
