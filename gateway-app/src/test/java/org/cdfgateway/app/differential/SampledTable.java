package org.cdfgateway.app.differential;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.TableDefinition;

/** A table with, for each column, literals that occur in it, so that generated conditions hit something. */
record SampledTable(TableDefinition definition, TreeMap<String, List<String>> literals) {

    private static final int VALUES_PER_COLUMN = 40;

    /** Reads the samples from {@code source}, a table with the definition's columns. */
    static SampledTable read(Connection connection, TableDefinition definition, String source) throws SQLException {
        TreeMap<String, List<String>> literals = new TreeMap<>();
        for (Column column : definition.columns()) {
            literals.put(column.name(), literals(connection, column, source));
        }
        return new SampledTable(definition, literals);
    }

    String name() {
        return definition.name();
    }

    private static List<String> literals(Connection connection, Column column, String source) throws SQLException {
        String name = "\"" + column.name() + "\"";
        String sql = "SELECT DISTINCT quote_literal(" + name + "::text) FROM " + source + " WHERE " + name
                + " IS NOT NULL ORDER BY 1 LIMIT " + VALUES_PER_COLUMN;
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(typed(column.family(), rows.getString(1)));
            }
        }
        if (values.isEmpty()) {
            values.add("NULL::" + column.family().sqlName());
        }
        return values;
    }

    private static String typed(ColumnType family, String literal) {
        return family == ColumnType.TEXT ? literal : literal + "::" + family.sqlName();
    }
}
