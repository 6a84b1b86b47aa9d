package org.cdfgateway.emulator.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.cdfgateway.emulator.right.Reach;
import org.cdfgateway.emulator.right.Right;
import org.cdfgateway.emulator.right.Rights;
import org.cdfgateway.emulator.right.ScopeKind;

/**
 * What one call asks of its caller, declared once, where the call is added to the {@link Routes}, and enforced by the
 * {@link HttpFront} before the call's endpoint sees the request.
 *
 * <pre>{@code
 * Admission.needs("rawAcl", "READ").on(ScopeKind.TABLE, call -> List.of(table(call)))
 * Admission.needs("assetsAcl", "WRITE").and("datasetsAcl", "READ")
 * }</pre>
 *
 * <p>A right with any scope admits the caller. What the request itself names is checked by {@link #on}; what only shows
 * in stored objects (their data set) is left to the endpoint, which asks {@link Call#reach}.
 *
 * @param callers who may come at all
 */
public record Admission(Callers callers, List<Demand> demands) {

    /** Who may come to a call's door. */
    public enum Callers {
        /** Anybody, without a token. */
        ALL,
        /** Whoever has a token of the project's identity provider or of a session. */
        WITH_TOKEN,
        /** Cognite's own services, which have another kind of token. */
        SERVICES
    }

    /**
     * One right the caller must have.
     *
     * @param anyOf rights of which one is enough
     * @param targets what that right must contain
     */
    public record Demand(List<Right> anyOf, List<Target> targets) {

        private boolean isMetBy(Rights rights) {
            return anyOf.stream().anyMatch(right -> !rights.reach(right).isNothing());
        }

        private boolean reaches(Call call) {
            return targets.isEmpty() || anyOf.stream().anyMatch(right -> reaches(call, call.reach(right)));
        }

        private boolean reaches(Call call, Reach reach) {
            return reach.isEverything()
                    || targets.stream()
                            .allMatch(target -> target.members().of(call).stream()
                                    .allMatch(member -> reach.contains(target.kind(), member)));
        }

        @Override
        public String toString() {
            return anyOf.stream().map(Right::toString).collect(Collectors.joining(" or "))
                    + targets.stream().map(target -> " on " + target.kind()).collect(Collectors.joining());
        }
    }

    /** Members of scopes that a request names. */
    record Target(ScopeKind kind, Members members) {}

    /** Reads from a request what it is about. */
    @FunctionalInterface
    public interface Members {

        /** @return members of the scope's kind, all of which the caller must reach */
        Collection<?> of(Call call);
    }

    /** Anybody, without a token. */
    public static Admission open() {
        return new Admission(Callers.ALL, List.of());
    }

    /** Services that act for a session; people and their programs are turned away. */
    public static Admission services() {
        return new Admission(Callers.SERVICES, List.of());
    }

    /** Anybody with a token that counts. */
    public static Admission anyCaller() {
        return new Admission(Callers.WITH_TOKEN, List.of());
    }

    public static Admission needs(String acl, String action) {
        return anyCaller().and(acl, action);
    }

    public Admission and(String acl, String action) {
        List<Demand> more = new ArrayList<>(demands);
        more.add(new Demand(List.of(new Right(acl, action)), List.of()));
        return new Admission(callers, List.copyOf(more));
    }

    /** Another right that is as good as the last one. */
    public Admission or(String acl, String action) {
        List<Right> rights = new ArrayList<>(last().anyOf());
        rights.add(new Right(acl, action));
        return withLast(new Demand(List.copyOf(rights), last().targets()));
    }

    /** What the last right must contain, besides existing. */
    public Admission on(ScopeKind kind, Members members) {
        List<Target> targets = new ArrayList<>(last().targets());
        targets.add(new Target(kind, members));
        return withLast(new Demand(last().anyOf(), List.copyOf(targets)));
    }

    private Demand last() {
        return demands.get(demands.size() - 1);
    }

    private Admission withLast(Demand demand) {
        List<Demand> changed = new ArrayList<>(demands.subList(0, demands.size() - 1));
        changed.add(demand);
        return new Admission(callers, List.copyOf(changed));
    }

    /** @throws ApiError 403 when the caller lacks a right altogether */
    public void check(Rights rights) {
        if (!demands.stream().allMatch(demand -> demand.isMetBy(rights))) {
            throw ApiError.forbidden();
        }
    }

    /** @throws ApiError 403 when the request is about something outside of the caller's scopes */
    void check(Call call) {
        if (!demands.stream().allMatch(demand -> demand.reaches(call))) {
            throw ApiError.forbidden();
        }
    }

    @Override
    public String toString() {
        if (callers != Callers.WITH_TOKEN) {
            return callers == Callers.ALL ? "open" : "service identity";
        }
        return demands.isEmpty()
                ? "any token"
                : demands.stream().map(Demand::toString).collect(Collectors.joining(" and "));
    }
}
