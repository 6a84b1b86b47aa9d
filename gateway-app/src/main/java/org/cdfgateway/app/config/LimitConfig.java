package org.cdfgateway.app.config;

import static org.cdfgateway.app.config.Setting.defaulted;

import java.time.Duration;
import java.util.List;

/**
 * Bounds on what clients may use.
 *
 * @param connections SQL clients at the same time
 * @param connectionsPerUser of these, for one gateway user
 * @param statementsPerUser at the same time, in all sessions of one gateway user
 * @param sessionMemory that one session of the engine may map in all
 * @param messageSize of one protocol message from a client, which bounds the text of a statement and a parameter
 * @param workMemory that one sort or hash of a statement may take before it spills
 * @param temporaryFiles that one session may spill
 * @param statementTimeout zero for none
 * @param heldRows inserted in a transaction and kept back until COMMIT
 * @param heldMemory of these rows
 * @param enumeratedParents time series, RAW tables and the like that a statement may read when it does not name them
 * @param customTablesPerUser each view of a data model counts
 * @param customTableColumns of one custom table, with those that the gateway adds
 */
public record LimitConfig(
        int connections,
        int connectionsPerUser,
        int statementsPerUser,
        ByteSize messageSize,
        ByteSize sessionMemory,
        ByteSize workMemory,
        ByteSize temporaryFiles,
        Duration statementTimeout,
        int heldRows,
        ByteSize heldMemory,
        int enumeratedParents,
        int customTablesPerUser,
        int customTableColumns) {

    /** PostgreSQL's. */
    private static final int MAX_COLUMNS = 1_600;

    private static final Setting<Integer> CONNECTIONS =
            defaulted("gateway.limits.connections", SettingType.COUNT, "100", "SQL clients at the same time.");
    private static final Setting<Integer> CONNECTIONS_PER_USER = defaulted(
            "gateway.limits.connections-per-user",
            SettingType.COUNT,
            "20",
            "SQL clients of one gateway user at the same time.");
    private static final Setting<Integer> STATEMENTS_PER_USER = defaulted(
            "gateway.limits.statements-per-user",
            SettingType.COUNT,
            "20",
            "Statements of one gateway user at the same time. More wait half a minute for their turn; then their session"
                    + " ends with SQLSTATE 53400.");
    private static final Setting<ByteSize> SESSION_MEMORY = defaulted(
            "gateway.limits.session-memory",
            SettingType.BYTE_SIZE,
            "1GB",
            "Memory that one session may map, 512MB or more; past it the statement fails.");
    private static final Setting<ByteSize> MESSAGE_SIZE = defaulted(
            "gateway.limits.message-size",
            SettingType.BYTE_SIZE,
            "64MB",
            "Largest message from a client: the text of a statement with its values, or the parameters of one row.");
    private static final Setting<ByteSize> WORK_MEMORY = defaulted(
            "gateway.limits.work-memory",
            SettingType.BYTE_SIZE,
            "64MB",
            "Memory that one sort or hash of a statement may take before it spills to disk (PostgreSQL's work_mem).");
    private static final Setting<ByteSize> TEMPORARY_FILES = defaulted(
            "gateway.limits.temporary-files",
            SettingType.BYTE_SIZE,
            "4GB",
            "Disk space that one session may spill to (PostgreSQL's temp_file_limit).");
    private static final Setting<Duration> STATEMENT_TIMEOUT = defaulted(
            "gateway.limits.statement-timeout",
            SettingType.DURATION,
            "1h",
            "Longest run time of a statement; 0 for no bound. Users may set a shorter statement_timeout.");
    private static final Setting<Integer> HELD_ROWS = defaulted(
            "gateway.limits.held-rows",
            SettingType.COUNT,
            "10000",
            "Rows of a transaction that are held back until COMMIT; later ones make the earlier ones go to CDF at once.");
    private static final Setting<ByteSize> HELD_MEMORY = defaulted(
            "gateway.limits.held-memory",
            SettingType.BYTE_SIZE,
            "16MB",
            "Memory of the rows that a transaction holds back; past it they go to CDF at once.");
    private static final Setting<Integer> ENUMERATED_PARENTS = defaulted(
            "gateway.limits.enumerated-parents",
            SettingType.COUNT,
            "10000",
            "Time series or RAW tables that a statement may read when its conditions do not name them.");

    private static final Setting<Integer> CUSTOM_TABLES_PER_USER = defaulted(
            "gateway.limits.custom-tables-per-user",
            SettingType.COUNT,
            "1000",
            "Custom tables of one gateway user; each view of a data model counts as one.");
    private static final Setting<Integer> CUSTOM_TABLE_COLUMNS = defaulted(
            "gateway.limits.custom-table-columns",
            SettingType.COUNT,
            "1600",
            "Columns of one custom table, with those that the gateway adds; PostgreSQL takes no more than 1600.");

    static final SettingGroup SETTINGS = new SettingGroup(
            "Limits",
            List.of(
                    CONNECTIONS,
                    CONNECTIONS_PER_USER,
                    STATEMENTS_PER_USER,
                    MESSAGE_SIZE,
                    SESSION_MEMORY,
                    WORK_MEMORY,
                    TEMPORARY_FILES,
                    STATEMENT_TIMEOUT,
                    HELD_ROWS,
                    HELD_MEMORY,
                    ENUMERATED_PARENTS,
                    CUSTOM_TABLES_PER_USER,
                    CUSTOM_TABLE_COLUMNS));

    static LimitConfig from(SettingValues values) {
        return new LimitConfig(
                values.get(CONNECTIONS),
                values.get(CONNECTIONS_PER_USER),
                values.get(STATEMENTS_PER_USER),
                values.get(MESSAGE_SIZE),
                values.get(SESSION_MEMORY),
                values.get(WORK_MEMORY),
                values.get(TEMPORARY_FILES),
                values.get(STATEMENT_TIMEOUT),
                values.get(HELD_ROWS),
                values.get(HELD_MEMORY),
                values.get(ENUMERATED_PARENTS),
                values.get(CUSTOM_TABLES_PER_USER),
                Math.min(MAX_COLUMNS, values.get(CUSTOM_TABLE_COLUMNS)));
    }
}
