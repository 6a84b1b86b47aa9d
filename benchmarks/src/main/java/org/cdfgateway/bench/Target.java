package org.cdfgateway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A running gateway and the CDF behind it, as {@code ./gateway demo --env-file} describes them.
 *
 * @param variables PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE, CDF_URL, CDF_PROJECT, CDF_TOKEN_URL, CDF_CLIENT_ID,
 *     CDF_CLIENT_SECRET
 */
record Target(Map<String, String> variables) {

    static Target read(Path environmentFile) throws IOException {
        return new Target(Files.readAllLines(environmentFile).stream()
                .filter(line -> line.contains("="))
                .collect(Collectors.toUnmodifiableMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1))));
    }

    String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing in the environment file");
        }
        return value;
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", variable("PGUSER"));
        properties.setProperty("password", variable("PGPASSWORD"));
        properties.setProperty("sslmode", variable("PGSSLMODE"));
        return DriverManager.getConnection(
                "jdbc:postgresql://" + variable("PGHOST") + ":" + variable("PGPORT") + "/" + variable("PGDATABASE"),
                properties);
    }

    @Override
    public String toString() {
        return variable("PGHOST") + ":" + variable("PGPORT");
    }
}
