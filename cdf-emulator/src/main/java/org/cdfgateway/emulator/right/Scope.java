package org.cdfgateway.emulator.right;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How far one capability goes.
 *
 * @param members {@link Long}, {@link String} or {@link TableName}, as the kind says
 */
public record Scope(ScopeKind kind, Set<Object> members) {

    public static final Scope ALL = new Scope(ScopeKind.ALL, Set.of());
    public static final Scope OWN = new Scope(ScopeKind.OWN, Set.of());

    public Scope {
        members = Set.copyOf(members);
    }

    public static Scope of(ScopeKind kind, Collection<?> members) {
        return new Scope(kind, new LinkedHashSet<>(members));
    }

    public static Scope dataSets(Long... ids) {
        return of(ScopeKind.DATA_SET, List.of(ids));
    }

    public static Scope ids(Long... ids) {
        return of(ScopeKind.ID, List.of(ids));
    }

    public static Scope rootAssets(Long... ids) {
        return of(ScopeKind.ROOT_ASSET, List.of(ids));
    }

    public static Scope pipelines(Long... ids) {
        return of(ScopeKind.PIPELINE, List.of(ids));
    }

    public static Scope spaces(String... spaces) {
        return of(ScopeKind.SPACE, List.of(spaces));
    }

    public static Scope users(String... usernames) {
        return of(ScopeKind.USER, List.of(usernames));
    }

    public static Scope tables(TableName... tables) {
        return of(ScopeKind.TABLE, List.of(tables));
    }
}
