package org.cdfgateway.sql.migrate;

import java.util.Set;

/** Key words by what they do (manual, appendix C). */
final class Words {
    /** What a query in parentheses begins with. */
    static final Set<String> QUERY = Set.of("select", "with", "values", "table");

    /** What a statement that reads or writes tables begins with. */
    static final Set<String> STATEMENT =
            Set.of("select", "with", "values", "table", "insert", "update", "delete", "merge");

    static final Set<String> SET_OPERATION = Set.of("union", "intersect", "except");

    static final Set<String> JOIN = Set.of("natural", "inner", "left", "right", "full", "cross", "outer", "join");

    /** What may stand behind a table where an alias may, too. */
    static final Set<String> AFTER_TABLE = Set.of(
            "natural",
            "inner",
            "left",
            "right",
            "full",
            "cross",
            "join",
            "on",
            "using",
            "where",
            "group",
            "order",
            "having",
            "limit",
            "offset",
            "fetch",
            "for",
            "window",
            "union",
            "intersect",
            "except",
            "tablesample",
            "set",
            "returning",
            "when",
            "with",
            "lateral",
            "values",
            "select",
            "default",
            "overriding",
            "as",
            "do",
            "from");

    /** What cannot be the end of an operand, so that a name behind it is no alias. */
    static final Set<String> BEFORE_OPERAND = Set.of(
            "and",
            "or",
            "not",
            "in",
            "like",
            "ilike",
            "similar",
            "to",
            "is",
            "between",
            "symmetric",
            "case",
            "when",
            "then",
            "else",
            "distinct",
            "all",
            "any",
            "some",
            "select",
            "on",
            "escape",
            "collate",
            "over",
            "zone",
            "from",
            "time",
            "at",
            "local",
            "by");

    /** What can end an expression without being an alias. */
    static final Set<String> NO_ALIAS = Set.of("end", "isnull", "notnull", "null", "true", "false", "local");

    private Words() {}
}
