package org.cdfgateway.app.migrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** The files that a command line names. */
public final class SqlFiles {

    private static final String SUFFIX = ".sql";

    private SqlFiles() {}

    /**
     * Files as they are, directories as all {@code .sql} files in and under them, by name.
     *
     * @throws GatewayException IO_ERROR when one does not exist or a directory cannot be read
     */
    public static List<Path> named(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                files.addAll(under(path));
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw new GatewayException(ErrorKind.IO_ERROR, path + " does not exist");
            }
        }
        return files;
    }

    private static List<Path> under(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, directory + " cannot be read: " + e).causedBy(e);
        }
    }
}
