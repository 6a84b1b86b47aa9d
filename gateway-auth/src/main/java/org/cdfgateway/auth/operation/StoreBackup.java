package org.cdfgateway.auth.operation;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * Writes everything in the store into a ZIP file: {@link BackupHead}, then an entry for each table with what COPY says,
 * named after the table and its columns. Secrets stay encrypted; their keys are not in
 * it.
 */
public final class StoreBackup {
    private StoreBackup() {}

    /**
     * Shows the store as it was at one moment, whatever is changed meanwhile. Leaves {@code out} open.
     *
     * @param connection with a transaction that has not done anything yet
     */
    public static void write(Connection connection, OutputStream out) throws SQLException, IOException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        BackupHead head = new BackupHead(
                StoreTables.version(connection).orElseThrow(),
                KeyRotation.keysInUse(connection).keySet());
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry(BackupHead.ENTRY));
        head.write(zip);
        for (StoreTables.Table table : StoreTables.all(connection)) {
            zip.putNextEntry(new ZipEntry(table.target()));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY " + table.target() + " TO STDOUT", new StillOpen(zip));
        }
        zip.finish();
    }

    /** The driver closes what it has copied to. */
    private static final class StillOpen extends FilterOutputStream {
        StillOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
