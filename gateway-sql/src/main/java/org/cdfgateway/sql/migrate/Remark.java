package org.cdfgateway.sql.migrate;

/** What the rewriter has to say, as one list of texts. */
record Remark(Severity severity, String message, String advice) {

    private static final String GUIDE = " See docs/migration.md.";

    static Remark removed(String table, String column) {
        return problem(
                "column " + column + " of " + table + " does not exist in 2.0",
                "Take it out of the statement, together with its value when it is written." + GUIDE);
    }

    static Remark unsure(String column, String table, String newName, String other) {
        return problem(
                "\"" + column + "\" can mean a column of " + table + " or of " + other,
                "It was left as it is. If it is " + table + "'s, write " + newName + ", qualified with the table.");
    }

    static Remark sqlInString(String table) {
        return problem(
                "SQL in a string names the 1.0 table " + table,
                "Strings are left as they are: rewrite this SQL where it is put together.");
    }

    static Remark nameInString(String table) {
        return problem(
                "a catalog is asked for the 1.0 table " + table,
                "Write the 2.0 name, " + table + " is not there any more." + GUIDE);
    }

    static Remark unterminated() {
        return problem("a literal, quoted name or comment never ends", "The statement was left as it is.");
    }

    static Remark orderOfColumns(String table) {
        return note(
                "values for " + table + " go by the order of its columns",
                "The order was not checked: 1.0's is not documented. Better name the columns.");
    }

    static Remark unknownPosition(String table, String removedColumn) {
        return problem(
                "values for " + table + " go by the order of its columns, of which 2.0 lacks " + removedColumn,
                "Name the columns, without " + removedColumn + ".");
    }

    static Remark starGrows(String table, String columns) {
        return note("* on " + table + " returns more columns than in 1.0: " + columns, "Name the columns you need.");
    }

    static Remark starShrinks(String table, String column) {
        return note("* on " + table + " returned " + column + " in 1.0", "Name the columns you need.");
    }

    static Remark starWrittenOut(String table) {
        return note(
                "* on " + table + " was replaced by 1.0's columns under their names",
                "Check their order if the client goes by position: 1.0's is not documented.");
    }

    static Remark naturalJoin(String table, String columns) {
        return note(
                "NATURAL JOIN with " + table + " may compare columns that 1.0 had not: " + columns,
                "Write the join condition with ON or USING.");
    }

    static Remark headerMatch(String table) {
        return problem(
                "HEADER MATCH compares the file's first line with the column names of " + table
                        + ", which have changed",
                "Use HEADER, or write the 2.0 names into the file.");
    }

    private static Remark problem(String message, String advice) {
        return new Remark(Severity.PROBLEM, message, advice);
    }

    private static Remark note(String message, String advice) {
        return new Remark(Severity.NOTE, message, advice);
    }
}
