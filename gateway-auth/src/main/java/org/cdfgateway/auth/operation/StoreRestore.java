package org.cdfgateway.auth.operation;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.postgresql.PGConnection;

/** Reads what {@link StoreBackup} has written. Not for several threads. */
public final class StoreRestore {
    private final ZipInputStream zip;
    private final BackupHead head;

    private StoreRestore(ZipInputStream zip, BackupHead head) {
        this.zip = zip;
        this.head = head;
    }

    /** @throws GatewayException INVALID_PARAMETER_VALUE when {@code in} is no backup */
    public static StoreRestore of(InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(BackupHead.ENTRY)) {
            throw BackupHead.noBackup();
        }
        return new StoreRestore(zip, BackupHead.read(zip.readAllBytes()));
    }

    public BackupHead head() {
        return head;
    }

    /**
     * Fills the tables, which have to be those of the backup's version and without rows.
     *
     * @throws GatewayException INVALID_PARAMETER_VALUE for a backup of tables that are not there
     */
    public void fill(Connection connection) throws SQLException, IOException {
        List<StoreTables.Table> tables = StoreTables.all(connection);
        List<String> known = tables.stream().map(StoreTables.Table::target).toList();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            // The name becomes SQL, so it has to be one that this store has.
            if (!known.contains(entry.getName())) {
                throw BackupHead.noBackup().withDetail("It holds " + entry.getName() + ", which is unknown.");
            }
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + entry.getName() + " FROM STDIN", zip);
        }
        continueNumbers(connection);
    }

    /** @throws GatewayException INVALID_PARAMETER_VALUE when the database has a store already */
    public static void requireNoStore(Connection connection) throws SQLException {
        Optional<String> version = StoreTables.version(connection);
        if (version.isPresent()) {
            throw new GatewayException(
                            ErrorKind.INVALID_PARAMETER_VALUE,
                            "There is a store already, with tables of version " + version.get() + ".")
                    .withHint("Restore into a new state directory or a database without the schema cdf_gateway, before"
                            + " a gateway is started on it.");
        }
    }

    /** Takes back a restore that failed; only for who has made sure that there was no store. */
    public static void removeStore(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS cdf_gateway CASCADE");
        }
    }

    /** Numbers that the database gives go on after those that came with the rows. */
    private static void continueNumbers(Connection connection) throws SQLException {
        String sql = """
                SELECT format('SELECT setval(%L, max(%I) + 1, false) FROM %s HAVING count(*) > 0',
                    pg_get_serial_sequence(attrelid::regclass::text, attname), attname, attrelid::regclass)
                FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                WHERE relnamespace = 'cdf_gateway'::regnamespace AND relkind = 'r' AND attidentity <> ''""";
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            StringBuilder updates = new StringBuilder();
            while (rows.next()) {
                updates.append(rows.getString(1)).append(";\n");
            }
            if (!updates.isEmpty()) {
                try (Statement update = connection.createStatement()) {
                    update.execute(updates.toString());
                }
            }
        }
    }
}
