package org.cdfgateway.emulator.right;

import java.util.Optional;
import java.util.stream.Stream;

/** The ways to narrow a capability (reference/cdf-api-data.md section 5.3). */
public enum ScopeKind {
    ALL("all", "", Members.NONE),
    /** Only what belongs to the caller, for example the caller's own groups. */
    OWN("currentuserscope", "", Members.NONE),
    /** Objects by their own id; written {@code idScope} by some lists and {@code idscope} by others. */
    ID("idScope", "ids", Members.NUMBERS),
    DATA_SET("datasetScope", "ids", Members.NUMBERS),
    /** Time series of the assets below root assets. */
    ROOT_ASSET("assetRootIdScope", "rootIds", Members.NUMBERS),
    /** RAW tables, as {@link TableName}. */
    TABLE("tableScope", "dbsToTables", Members.TABLES),
    PIPELINE("extractionPipelineScope", "ids", Members.NUMBERS),
    SPACE("spaceIdScope", "spaceIds", Members.TEXTS),
    /** Users of the PostgreSQL gateway. */
    USER("usersScope", "usernames", Members.TEXTS);

    /** What the members of a scope are. */
    public enum Members {
        NONE,
        NUMBERS,
        TEXTS,
        TABLES
    }

    private final String key;
    private final String list;
    private final Members members;

    ScopeKind(String key, String list, Members members) {
        this.key = key;
        this.list = list;
        this.members = members;
    }

    /** Its name in JSON. */
    public String key() {
        return key;
    }

    /** The field that holds the members; empty where there are none. */
    public String list() {
        return list;
    }

    public Members members() {
        return members;
    }

    /** @param key in any case */
    public static Optional<ScopeKind> of(String key) {
        return Stream.of(values())
                .filter(kind -> kind.key.equalsIgnoreCase(key))
                .findAny();
    }
}
