package org.cdfgateway.sql.remote;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.sql.remote.statement.RemoteStatement.Insert;

/**
 * What the newest texts of INSERT say. postgres_fdw prepares the text of a batch, some ten thousand characters, again for
 * each statement of the client. Belongs to the session's thread.
 */
final class InsertTexts {
    /** Full batches and what is left over, for a table or two. */
    private static final int MAX_TEXTS = 4;

    private static final int MAX_CHARACTERS = 200_000;
    private static final float LOAD_FACTOR = 0.75f;

    private final Map<String, Insert> byText = new LinkedHashMap<>(2 * MAX_TEXTS, LOAD_FACTOR, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Insert> eldest) {
            return size() > MAX_TEXTS;
        }
    };

    Optional<Insert> find(String sql) {
        return Optional.ofNullable(byText.get(sql));
    }

    void put(String sql, Insert insert) {
        if (sql.length() <= MAX_CHARACTERS) {
            byText.put(sql, insert);
        }
    }
}
