package org.cdfgateway.emulator.right;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far one right of a caller goes: the union of the scopes of all capabilities that give it. Immutable. */
public final class Reach {

    public static final Reach EVERYTHING = new Reach(true, Map.of());
    public static final Reach NOTHING = new Reach(false, Map.of());

    private final boolean everything;
    private final Map<ScopeKind, Set<Object>> members;

    private Reach(boolean everything, Map<ScopeKind, Set<Object>> members) {
        this.everything = everything;
        this.members = members;
    }

    public static Reach of(Collection<Scope> scopes) {
        if (scopes.isEmpty()) {
            return NOTHING;
        }
        Map<ScopeKind, Set<Object>> members = new EnumMap<>(ScopeKind.class);
        for (Scope scope : scopes) {
            if (scope.kind() == ScopeKind.ALL) {
                return EVERYTHING;
            }
            members.computeIfAbsent(scope.kind(), unused -> new HashSet<>()).addAll(scope.members());
        }
        return new Reach(false, members);
    }

    /** Whether nothing needs to be checked one by one. */
    public boolean isEverything() {
        return everything;
    }

    /** Whether the caller lacks the right altogether. */
    public boolean isNothing() {
        return !everything && members.isEmpty();
    }

    /**
     * @param member null for what is in no data set, no space and so on: only those who reach everything reach it
     */
    public boolean contains(ScopeKind kind, @Nullable Object member) {
        if (everything) {
            return true;
        }
        if (member == null) {
            return false;
        }
        Set<Object> own = members.getOrDefault(kind, Set.of());
        return own.contains(member)
                || (member instanceof TableName table && own.contains(new TableName(table.database(), null)));
    }

    /** Whether any table of the RAW database is within reach. */
    public boolean touchesDatabase(String database) {
        return everything
                || members.getOrDefault(ScopeKind.TABLE, Set.of()).stream()
                        .anyMatch(table -> ((TableName) table).database().equals(database));
    }
}
