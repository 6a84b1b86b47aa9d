package org.cdfgateway.emulator.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.cdfgateway.emulator.journal.Change.Api;
import org.jspecify.annotations.Nullable;

/**
 * Finds the changes of a journal that need not be made again, since without them everything would be the same. Told of
 * all changes in their order. For one thread.
 *
 * <ul>
 *   <li>Changes of the content before it was put back to its beginning. Clients, groups and sessions stay as they are.
 *   <li>Refused requests, unless they may have taken up ids.
 *   <li>Rows of RAW tables that were deleted later, but for what made the table.
 * </ul>
 */
final class Superfluous {

    private static final int FIRST_ERROR = 400;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ACCESS = Pattern.compile("/api/v1/projects/[^/]+/(sessions|groups)(/.*)?");
    /** Of each item that is created an id is taken before the item is looked at. */
    private static final Pattern TAKES_IDS = Pattern.compile(
            "/api/v1/projects/[^/]+/([a-z]+|files/[a-z]+|extpipes/runs|models/instances|models/instances/delete)");

    private static final Pattern ROWS =
            Pattern.compile("/api/v1/projects/[^/]+/raw/dbs/([^/]+)/tables/([^/]+)/rows(/delete)?");
    private static final Pattern TABLES_DELETED =
            Pattern.compile("/api/v1/projects/[^/]+/raw/dbs/([^/]+)/tables/delete");
    private static final Pattern DATABASES_DELETED = Pattern.compile("/api/v1/projects/[^/]+/raw/dbs/delete");

    private final BitSet found = new BitSet();
    private final List<Integer> content = new ArrayList<>();
    private final Map<String, Map<String, Rows>> rows = new HashMap<>();

    /** What was done to the rows of one table since it was made. */
    private static final class Rows {
        private final List<Integer> changes = new ArrayList<>();
        private boolean isMade;
    }

    /** Numbers of superfluous changes. */
    BitSet found() {
        return found;
    }

    /** @param number of the change in its journal */
    void take(int number, Change change) throws IOException {
        String path = change.line().path();
        if (change.api() == Api.CONTROL) {
            if (path.equals("/reset")) {
                content.forEach(found::set);
                content.clear();
                rows.clear();
            }
            return;
        }
        if (ACCESS.matcher(path).matches()) {
            return;
        }
        content.add(number);
        if (change.status() >= FIRST_ERROR) {
            if (!TAKES_IDS.matcher(path).matches()) {
                found.set(number);
            }
            return;
        }
        takeRaw(number, change, path);
    }

    private void takeRaw(int number, Change change, String path) throws IOException {
        Matcher changed = ROWS.matcher(path);
        Matcher tablesDeleted = TABLES_DELETED.matcher(path);
        if (changed.matches()) {
            Rows own = rows.computeIfAbsent(decoded(changed.group(1)), unused -> new HashMap<>())
                    .computeIfAbsent(decoded(changed.group(2)), unused -> new Rows());
            boolean mayMake = change.line().query().contains("ensureParent");
            if (own.isMade || !mayMake) {
                own.changes.add(number);
            }
            own.isMade |= mayMake;
        } else if (tablesDeleted.matches()) {
            Map<String, Rows> tables = rows.getOrDefault(decoded(tablesDeleted.group(1)), Map.of());
            for (String name : names(change)) {
                forget(tables.remove(name));
            }
        } else if (DATABASES_DELETED.matcher(path).matches()) {
            for (String name : names(change)) {
                Map<String, Rows> tables = rows.remove(name);
                if (tables != null) {
                    tables.values().forEach(this::forget);
                }
            }
        }
    }

    private void forget(@Nullable Rows table) {
        if (table != null) {
            table.changes.forEach(found::set);
        }
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Set<String> names(Change change) throws IOException {
        Set<String> names = new HashSet<>();
        try (InputStream plain = plain(change)) {
            for (JsonNode item : JSON.readTree(plain).path("items")) {
                names.add(item.path("name").asText());
            }
        }
        return names;
    }

    private static InputStream plain(Change change) throws IOException {
        InputStream body = new ByteArrayInputStream(change.body());
        return change.line().contentEncoding().equals("gzip") ? new GZIPInputStream(body) : body;
    }
}
