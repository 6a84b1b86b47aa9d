package org.cdfgateway.auth.operation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * What stands at the begin of a backup.
 *
 * @param version of the store's tables
 * @param keyIds the encryption keys that are needed to use what is in it
 */
public record BackupHead(String version, Set<String> keyIds) {
    static final String ENTRY = "store.properties";
    private static final String FORMAT = "1";

    void write(OutputStream out) throws IOException {
        String text = "format=" + FORMAT + "\nversion=" + version + "\nkeys=" + String.join(" ", new TreeSet<>(keyIds))
                + "\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    static BackupHead read(byte[] bytes) throws IOException {
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(bytes));
        String version = properties.getProperty("version");
        if (!FORMAT.equals(properties.getProperty("format")) || version == null) {
            throw noBackup();
        }
        String keys = properties.getProperty("keys", "").strip();
        return new BackupHead(version, keys.isEmpty() ? Set.of() : Set.of(keys.split(" ")));
    }

    static GatewayException noBackup() {
        return new GatewayException(
                        ErrorKind.INVALID_PARAMETER_VALUE, "This is no backup of a gateway's store that can be read.")
                .withHint("Name a file that \"gateway store backup\" of this version or an earlier one has written.");
    }
}
