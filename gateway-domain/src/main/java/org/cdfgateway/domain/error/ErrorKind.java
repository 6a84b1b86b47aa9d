package org.cdfgateway.domain.error;

import java.util.Locale;

/** What went wrong, by PostgreSQL's condition names (PostgreSQL manual, appendix A). */
public enum ErrorKind {
    /** The client broke the wire protocol. */
    PROTOCOL_VIOLATION,
    /** A construct that CDF tables do not support. Never for anything transient or for plain bad input. */
    FEATURE_NOT_SUPPORTED,
    /** The text of a statement cannot be understood. */
    SYNTAX_ERROR,
    /** CDF has no such table or database. */
    UNDEFINED_TABLE,
    /** No column of that name. */
    UNDEFINED_COLUMN,
    /** A setting or object name that does not exist. */
    UNDEFINED_OBJECT,
    /** No database of that name. */
    INVALID_CATALOG_NAME,
    /** A value for a column that CDF fills in. */
    GENERATED_ALWAYS,
    NOT_NULL_VIOLATION,
    STRING_DATA_RIGHT_TRUNCATION,
    NUMERIC_VALUE_OUT_OF_RANGE,
    DATETIME_FIELD_OVERFLOW,
    INVALID_TEXT_REPRESENTATION,
    /** CDF says that the item exists already. */
    UNIQUE_VIOLATION,
    /** CDF says that an item referred to does not exist. */
    FOREIGN_KEY_VIOLATION,
    /** A row that a change names does not exist. */
    NO_DATA_FOUND,
    /** CDF does not delete it because others refer to it. */
    DEPENDENT_OBJECTS_STILL_EXIST,
    /** A value that an expression cannot be computed with. */
    DATA_EXCEPTION,
    /** CDF refused the request for another reason. */
    INVALID_PARAMETER_VALUE,
    /** Unknown user or wrong password; the two must not be told apart. */
    INVALID_PASSWORD,
    /** The user exists, but its CDF session has ended or access is lost. */
    INVALID_AUTHORIZATION_SPECIFICATION,
    /** CDF or the gateway does not allow it. */
    INSUFFICIENT_PRIVILEGE,
    /** CDF throttles and the retries are used up. */
    CONFIGURATION_LIMIT_EXCEEDED,
    /** CDF failed or cannot be reached, retries used up. */
    IO_ERROR,
    /** A bound of the gateway was reached; the message names its setting. */
    PROGRAM_LIMIT_EXCEEDED,
    TOO_MANY_CONNECTIONS,
    QUERY_CANCELED,
    /** In a failed transaction everything but its end is refused. */
    IN_FAILED_SQL_TRANSACTION,
    NO_ACTIVE_SQL_TRANSACTION,
    INVALID_SQL_STATEMENT_NAME,
    INVALID_CURSOR_NAME,
    /** Starting, stopping, or the engine is coming up. */
    CANNOT_CONNECT_NOW,
    ADMIN_SHUTDOWN,
    /** Nobody foresaw it. */
    INTERNAL_ERROR;

    /** The condition's name as PostgreSQL spells it, for example {@code feature_not_supported}. */
    public String conditionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
