package org.cdfgateway.cdf.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.api.NamesPage;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.filter.AllowedValues;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.RequestCount;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.jspecify.annotations.Nullable;

/** Finds the RAW databases and tables that a scan is about: those it names, else those that CDF lists. */
final class RawReads {
    /** The most that CDF lists at a time (reference/cdf-api-data.md section 10.2). */
    private static final int NAMES_LIMIT = 1_000;

    private final RawApi api;
    private final Reading reading;

    RawReads(RawApi api, Reading reading) {
        this.api = api;
        this.reading = reading;
    }

    /** The names that a predicate allows and that RAW can have; empty when it allows any. */
    static Optional<List<String>> named(Scan scan, Column column, RawNames kind) {
        Optional<Set<Object>> allowed = AllowedValues.of(scan.predicate(), column);
        return allowed.map(names -> names.stream()
                .map(String.class::cast)
                .filter(kind::isPossible)
                .filter(RawNames::isAddressable)
                .toList());
    }

    /** Names as EXPLAIN shows their part of a path: the name of the only one, else what stands for it. */
    static String shown(Optional<List<String>> names, String placeholder) {
        return names.filter(known -> known.size() == 1)
                .map(known -> known.get(0))
                .orElse("{" + placeholder + "}");
    }

    /** The requests that find databases; none when they are named. */
    static List<PlannedRequest> explainDatabases(Optional<List<String>> databases) {
        return databases.isPresent() ? List.of() : List.of(PlannedRequest.of(RequestCount.atLeast(1), "GET /raw/dbs"));
    }

    /** The requests that list the tables of databases. */
    static PlannedRequest explainTables(Optional<List<String>> databases) {
        String operation = "GET /raw/dbs/" + shown(databases, "database") + "/tables";
        return databases
                .map(names -> PlannedRequest.of(RequestCount.atLeast(names.size()), operation))
                .orElseGet(() -> PlannedRequest.of(RequestCount.atLeast(0), operation + " for each database"));
    }

    /** One step per database. */
    List<ReadStep> inDatabases(
            Optional<List<String>> databases, CdfAccess access, Function<String, List<ReadStep>> each) {
        return databases.isPresent()
                ? databases.get().stream()
                        .flatMap(name -> each.apply(name).stream())
                        .toList()
                : List.of(databasesPage(null, access, each));
    }

    private ReadStep databasesPage(
            @Nullable String pageCursor, CdfAccess access, Function<String, List<ReadStep>> each) {
        return () -> {
            NamesPage page =
                    api.databases(access.project(), NAMES_LIMIT, pageCursor, reading.call(RawApi.LIST, access));
            List<ReadStep> following = new ArrayList<>();
            page.names().stream().filter(RawNames::isAddressable).forEach(name -> following.addAll(each.apply(name)));
            if (page.nextCursor() != null) {
                following.add(databasesPage(page.nextCursor(), access, each));
            }
            return new ReadStep.Outcome(List.of(), following);
        };
    }

    /**
     * Lists the tables of a database.
     *
     * @param page turns the names of one page, and what comes after it, into an outcome
     */
    ReadStep tables(
            String database,
            @Nullable String pageCursor,
            CdfAccess access,
            BiFunction<List<String>, List<ReadStep>, ReadStep.Outcome> page) {
        return () -> {
            NamesPage names;
            try {
                names = api.tables(
                        access.project(), database, NAMES_LIMIT, pageCursor, reading.call(RawApi.LIST, access));
            } catch (GatewayException e) {
                return nothingIfUnknown(e);
            }
            return page.apply(
                    names.names(),
                    names.nextCursor() == null
                            ? List.of()
                            : List.of(tables(database, names.nextCursor(), access, page)));
        };
    }

    /** A table that does not exist has no rows: reading it is like a condition that nothing meets. */
    static ReadStep.Outcome nothingIfUnknown(GatewayException failure) {
        if (failure.kind() == ErrorKind.UNDEFINED_TABLE) {
            return ReadStep.Outcome.last(List.of());
        }
        throw failure;
    }
}
