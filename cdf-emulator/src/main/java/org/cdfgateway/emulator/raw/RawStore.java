package org.cdfgateway.emulator.raw;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;

/** All RAW databases. For any number of threads. */
public final class RawStore {

    private final Map<String, RawDatabase> databases = new ConcurrentHashMap<>();
    private final Clock clock;

    public RawStore(Clock clock) {
        this.clock = clock;
    }

    /**
     * A row to be loaded.
     *
     * @param columns a JSON object
     * @param time when it was last changed, milliseconds
     */
    public record Line(String key, String columns, long time) {}

    /** Adds rows that are known to be right, making database and table as needed. */
    public void load(String database, String table, List<Line> lines) {
        List<RawRow> rows = lines.stream()
                .map(line -> RawRow.of(line.key(), line.columns(), line.time()))
                .toList();
        tableOrNew(database, table).put(rows);
    }

    Collection<RawDatabase> databases() {
        return databases.values();
    }

    /** @throws ApiError 404 */
    RawDatabase database(String name) {
        RawDatabase database = databases.get(name);
        if (database == null) {
            throw notFound("databases", List.of(name));
        }
        return database;
    }

    /** @throws ApiError 404 when it or its database does not exist */
    RawTable table(String database, String name) {
        RawTable table = database(database).tables().get(name);
        if (table == null) {
            throw notFound("tables", List.of(name));
        }
        return table;
    }

    RawTable tableOrNew(String database, String name) {
        return databaseOrNew(database).tables().computeIfAbsent(name, unused -> new RawTable(name, clock.millis()));
    }

    RawDatabase databaseOrNew(String name) {
        return databases.computeIfAbsent(name, unused -> new RawDatabase(name, clock.millis()));
    }

    /**
     * Creates all of the databases or none.
     *
     * @throws ApiError 400 when one exists already or is named twice
     */
    synchronized List<RawDatabase> createDatabases(List<String> names) {
        Map<String, RawDatabase> created = new LinkedHashMap<>();
        for (String name : names) {
            refuseExisting("Database", name, databases.containsKey(name) || created.containsKey(name));
            created.put(name, new RawDatabase(name, clock.millis()));
        }
        databases.putAll(created);
        return List.copyOf(created.values());
    }

    /**
     * Creates all of the tables or none.
     *
     * @throws ApiError 400 when one exists already or is named twice
     */
    synchronized List<RawTable> createTables(RawDatabase database, List<String> names) {
        Map<String, RawTable> created = new LinkedHashMap<>();
        for (String name : names) {
            refuseExisting("Table", name, database.tables().containsKey(name) || created.containsKey(name));
            created.put(name, new RawTable(name, clock.millis()));
        }
        database.tables().putAll(created);
        return List.copyOf(created.values());
    }

    private static void refuseExisting(String kind, String name, boolean exists) {
        if (exists) {
            throw ApiError.duplicated(
                    400,
                    kind + " " + name + " already created",
                    List.of(Json.newObject().put("name", name)));
        }
    }

    /** @throws ApiError 404 for unknown ones, 400 for those that have tables unless these may go too */
    synchronized void deleteDatabases(List<String> names, boolean recursive) {
        List<String> unknown =
                names.stream().filter(name -> !databases.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            throw notFound("databases", unknown);
        }
        for (String name : names) {
            if (!recursive && !database(name).tables().isEmpty()) {
                throw ApiError.badRequest(
                        "Database " + name + " is not empty; set recursive to true to delete its" + " tables too");
            }
        }
        names.forEach(databases::remove);
    }

    /** @throws ApiError 404 for unknown ones */
    synchronized void deleteTables(RawDatabase database, List<String> names) {
        List<String> unknown = names.stream()
                .filter(name -> !database.tables().containsKey(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw notFound("tables", unknown);
        }
        names.forEach(database.tables()::remove);
    }

    private static ApiError notFound(String kind, List<String> names) {
        List<JsonNode> missing = names.stream()
                .<JsonNode>map(name -> Json.newObject().put("name", name))
                .toList();
        return ApiError.missing(404, "Following " + kind + " not found: " + String.join(", ", names), missing);
    }
}
