package org.cdfgateway.app.demo;

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.cdfgateway.app.demo.ResultTable.Alignment;
import org.cdfgateway.app.demo.ResultTable.Heading;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Runs statements as any client would and prints what comes back as psql prints it. */
public final class QueryRun {

    private final InetSocketAddress server;
    private final DemoUser user;

    public QueryRun(InetSocketAddress server, DemoUser user) {
        this.server = server;
        this.user = user;
    }

    /**
     * Prints the results of one or several statements, separated by semicolons.
     *
     * @return what the server said about a statement that failed, empty when all went well
     */
    public Optional<String> print(String sql, PrintWriter out) {
        Properties properties = new Properties();
        properties.setProperty("user", user.username());
        properties.setProperty("password", user.password().reveal());
        // Texts as PostgreSQL writes them, and several statements in one message.
        properties.setProperty("preferQueryMode", "simple");
        String url = "jdbc:postgresql://" + server.getHostString() + ":" + server.getPort() + "/" + user.username();
        try (Connection connection = DriverManager.getConnection(url, properties);
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            int count = statement.getUpdateCount();
            printWarnings(statement.getWarnings(), out);
            while (rows || count != -1) {
                if (rows) {
                    printRows(statement.getResultSet(), out);
                } else {
                    out.println(count == 1 ? "(1 row affected)" : "(" + count + " rows affected)");
                }
                rows = statement.getMoreResults();
                count = statement.getUpdateCount();
            }
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(text(e));
        } finally {
            out.flush();
        }
    }

    private static void printRows(ResultSet results, PrintWriter out) throws SQLException {
        ResultSetMetaData columns = results.getMetaData();
        List<Heading> headings = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            headings.add(new Heading(columns.getColumnLabel(column), alignment(columns.getColumnType(column))));
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        while (results.next()) {
            List<@Nullable String> row = new ArrayList<>();
            for (int column = 1; column <= headings.size(); column++) {
                row.add(results.getString(column));
            }
            rows.add(row);
        }
        new ResultTable(headings, rows).print(out);
    }

    private static Alignment alignment(int sqlType) {
        return switch (sqlType) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.REAL, Types.FLOAT, Types.DOUBLE, Types.NUMERIC ->
                Alignment.RIGHT;
            default -> Alignment.LEFT;
        };
    }

    private static void printWarnings(@Nullable SQLWarning first, PrintWriter out) {
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            out.println("WARNING:  " + warning.getMessage());
        }
    }

    private static String text(SQLException failure) {
        ServerErrorMessage message =
                failure instanceof PSQLException fromServer ? fromServer.getServerErrorMessage() : null;
        if (message == null) {
            return "ERROR:  " + failure.getMessage();
        }
        StringBuilder text = new StringBuilder(message.getSeverity() + ":  " + message.getMessage());
        if (message.getDetail() != null) {
            text.append(System.lineSeparator()).append("DETAIL:  ").append(message.getDetail());
        }
        if (message.getHint() != null) {
            text.append(System.lineSeparator()).append("HINT:  ").append(message.getHint());
        }
        return text.toString();
    }
}
