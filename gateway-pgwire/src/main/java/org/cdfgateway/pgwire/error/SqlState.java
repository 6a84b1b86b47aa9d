package org.cdfgateway.pgwire.error;

import java.util.Set;
import org.cdfgateway.domain.error.ErrorKind;

/** PostgreSQL's error codes (PostgreSQL manual, appendix A), named by their conditions. */
public enum SqlState {
    SUCCESSFUL_COMPLETION("00000"),
    WARNING("01000"),
    PROTOCOL_VIOLATION("08P01"),
    FEATURE_NOT_SUPPORTED("0A000"),
    DATA_EXCEPTION("22000"),
    STRING_DATA_RIGHT_TRUNCATION("22001"),
    NUMERIC_VALUE_OUT_OF_RANGE("22003"),
    DATETIME_FIELD_OVERFLOW("22008"),
    INVALID_PARAMETER_VALUE("22023"),
    INVALID_TEXT_REPRESENTATION("22P02"),
    NOT_NULL_VIOLATION("23502"),
    FOREIGN_KEY_VIOLATION("23503"),
    UNIQUE_VIOLATION("23505"),
    NO_ACTIVE_SQL_TRANSACTION("25P01"),
    IN_FAILED_SQL_TRANSACTION("25P02"),
    DEPENDENT_OBJECTS_STILL_EXIST("2BP01"),
    INVALID_SQL_STATEMENT_NAME("26000"),
    INVALID_AUTHORIZATION_SPECIFICATION("28000"),
    INVALID_PASSWORD("28P01"),
    INVALID_CURSOR_NAME("34000"),
    INVALID_CATALOG_NAME("3D000"),
    INSUFFICIENT_PRIVILEGE("42501"),
    SYNTAX_ERROR("42601"),
    UNDEFINED_COLUMN("42703"),
    UNDEFINED_OBJECT("42704"),
    UNDEFINED_TABLE("42P01"),
    GENERATED_ALWAYS("428C9"),
    TOO_MANY_CONNECTIONS("53300"),
    CONFIGURATION_LIMIT_EXCEEDED("53400"),
    PROGRAM_LIMIT_EXCEEDED("54000"),
    QUERY_CANCELED("57014"),
    ADMIN_SHUTDOWN("57P01"),
    CANNOT_CONNECT_NOW("57P03"),
    IO_ERROR("58030"),
    NO_DATA_FOUND("P0002"),
    INTERNAL_ERROR("XX000");

    /** Feature not supported, data exception, integrity constraint violation, access rule violation, PL/pgSQL error. */
    private static final Set<String> CLASSES_ABOUT_ROWS = Set.of("0A", "22", "23", "42", "P0");

    private final String code;

    SqlState(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether a code is of class 28: a user, role or password was not accepted. */
    public static boolean isInvalidAuthorization(String code) {
        return code.startsWith(INVALID_AUTHORIZATION_SPECIFICATION.code.substring(0, 2));
    }

    /** Whether a code is of a class that a row can be to blame for, with its values or its conflict with others. */
    public static boolean isAboutOneRow(String code) {
        return CLASSES_ABOUT_ROWS.stream().anyMatch(code::startsWith);
    }

    public static SqlState of(ErrorKind kind) {
        return switch (kind) {
            case PROTOCOL_VIOLATION -> PROTOCOL_VIOLATION;
            case FEATURE_NOT_SUPPORTED -> FEATURE_NOT_SUPPORTED;
            case SYNTAX_ERROR -> SYNTAX_ERROR;
            case UNDEFINED_TABLE -> UNDEFINED_TABLE;
            case UNDEFINED_COLUMN -> UNDEFINED_COLUMN;
            case UNDEFINED_OBJECT -> UNDEFINED_OBJECT;
            case INVALID_CATALOG_NAME -> INVALID_CATALOG_NAME;
            case GENERATED_ALWAYS -> GENERATED_ALWAYS;
            case NOT_NULL_VIOLATION -> NOT_NULL_VIOLATION;
            case STRING_DATA_RIGHT_TRUNCATION -> STRING_DATA_RIGHT_TRUNCATION;
            case NUMERIC_VALUE_OUT_OF_RANGE -> NUMERIC_VALUE_OUT_OF_RANGE;
            case DATETIME_FIELD_OVERFLOW -> DATETIME_FIELD_OVERFLOW;
            case INVALID_TEXT_REPRESENTATION -> INVALID_TEXT_REPRESENTATION;
            case UNIQUE_VIOLATION -> UNIQUE_VIOLATION;
            case FOREIGN_KEY_VIOLATION -> FOREIGN_KEY_VIOLATION;
            case NO_DATA_FOUND -> NO_DATA_FOUND;
            case DEPENDENT_OBJECTS_STILL_EXIST -> DEPENDENT_OBJECTS_STILL_EXIST;
            case DATA_EXCEPTION -> DATA_EXCEPTION;
            case INVALID_PARAMETER_VALUE -> INVALID_PARAMETER_VALUE;
            case INVALID_PASSWORD -> INVALID_PASSWORD;
            case INVALID_AUTHORIZATION_SPECIFICATION -> INVALID_AUTHORIZATION_SPECIFICATION;
            case INSUFFICIENT_PRIVILEGE -> INSUFFICIENT_PRIVILEGE;
            case CONFIGURATION_LIMIT_EXCEEDED -> CONFIGURATION_LIMIT_EXCEEDED;
            case IO_ERROR -> IO_ERROR;
            case PROGRAM_LIMIT_EXCEEDED -> PROGRAM_LIMIT_EXCEEDED;
            case TOO_MANY_CONNECTIONS -> TOO_MANY_CONNECTIONS;
            case QUERY_CANCELED -> QUERY_CANCELED;
            case IN_FAILED_SQL_TRANSACTION -> IN_FAILED_SQL_TRANSACTION;
            case NO_ACTIVE_SQL_TRANSACTION -> NO_ACTIVE_SQL_TRANSACTION;
            case INVALID_SQL_STATEMENT_NAME -> INVALID_SQL_STATEMENT_NAME;
            case INVALID_CURSOR_NAME -> INVALID_CURSOR_NAME;
            case CANNOT_CONNECT_NOW -> CANNOT_CONNECT_NOW;
            case ADMIN_SHUTDOWN -> ADMIN_SHUTDOWN;
            case INTERNAL_ERROR -> INTERNAL_ERROR;
        };
    }
}
