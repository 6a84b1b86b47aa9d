package org.cdfgateway.cdf.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.cdf.adapter.Explaining;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.adapter.RowSource;
import org.cdfgateway.cdf.adapter.Selectivity;
import org.cdfgateway.cdf.adapter.Totals;
import org.cdfgateway.cdf.api.InstanceReference;
import org.cdfgateway.cdf.api.InstancesApi;
import org.cdfgateway.cdf.filter.InstanceKeys;
import org.cdfgateway.cdf.filter.InstanceListing;
import org.cdfgateway.cdf.filter.InstanceProperty;
import org.cdfgateway.cdf.filter.Unasked;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.cdf.row.RowPage;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.explain.RequestCount;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.custom.InstanceField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The instances that have data in a view: by key where a scan names keys, else listed. */
final class ViewRows implements RowSource {
    private static final Logger LOG = LoggerFactory.getLogger(ViewRows.class);

    /** Pages of 1,000 instances, which can be large. */
    private static final int BUFFERED_PAGES = 6;

    private final ViewTable table;
    private final InstancesApi api;
    private final Reading reading;
    private final Totals totals;
    private final InstanceKeys keys;
    private final Map<Column, InstanceProperty> filterable;

    ViewRows(ViewTable table, InstancesApi api, Reading reading, Totals totals) {
        this.table = table;
        this.api = api;
        this.reading = reading;
        this.totals = totals;
        this.keys = new InstanceKeys(table.column(InstanceField.SPACE), table.column(InstanceField.EXTERNAL_ID));
        this.filterable = table.filterable();
    }

    @Override
    public List<ReadStep> steps(Scan scan, CdfAccess access) {
        InstanceRows rows = new InstanceRows(table, scan);
        Optional<Set<InstanceReference>> named = keys.of(scan.predicate());
        if (named.isPresent()) {
            return groups(named.get()).stream()
                    .map(group -> lookup(group, rows, access))
                    .toList();
        }
        InstanceListing listing = InstanceListing.of(scan.predicate(), filterable);
        return listing.isPossible()
                ? List.of(firstPage(
                        new InstancesApi.Listing(
                                table.kind().instanceType(),
                                table.sources(),
                                listing.filter().orElse(null),
                                InstancesApi.MAX_ITEMS,
                                null),
                        rows,
                        access))
                : List.of();
    }

    private static List<List<InstanceReference>> groups(Set<InstanceReference> named) {
        List<InstanceReference> all = List.copyOf(named);
        List<List<InstanceReference>> groups = new ArrayList<>();
        for (int from = 0; from < all.size(); from += InstancesApi.MAX_ITEMS) {
            groups.add(all.subList(from, Math.min(all.size(), from + InstancesApi.MAX_ITEMS)));
        }
        return groups;
    }

    private ReadStep lookup(List<InstanceReference> group, InstanceRows rows, CdfAccess access) {
        List<InstanceReference.Typed> items = group.stream()
                .map(reference -> reference.typed(table.kind().instanceType()))
                .toList();
        return () -> ReadStep.Outcome.last(api.byIds(
                        access.project(),
                        new InstancesApi.Lookup(items, table.sources()),
                        reading.call(InstancesApi.LOOKUP, access))
                .read(rows::page)
                .rows());
    }

    /**
     * CDF may refuse to compare with what cannot be stored, an unknown value of an enum for example, which is no error in
     * SQL; then everything is listed, and the condition is checked later.
     */
    private ReadStep firstPage(InstancesApi.Listing request, InstanceRows rows, CdfAccess access) {
        ReadStep page = page(request, rows, access);
        if (request.filter() == null) {
            return page;
        }
        return () -> {
            try {
                return page.run();
            } catch (GatewayException e) {
                if (e.kind() == ErrorKind.INVALID_PARAMETER_VALUE) {
                    LOG.debug("CDF refuses the filter, listing {} without", table.label(), e);
                    return page(request.unfiltered(), rows, access).run();
                }
                throw e;
            }
        };
    }

    private ReadStep page(InstancesApi.Listing request, InstanceRows rows, CdfAccess access) {
        return () -> {
            RowPage page = api.list(access.project(), request, reading.call(InstancesApi.LIST, access))
                    .read(rows::page);
            return page.nextCursor() == null
                    ? ReadStep.Outcome.last(page.rows())
                    : new ReadStep.Outcome(page.rows(), List.of(page(request.after(page.nextCursor()), rows, access)));
        };
    }

    @Override
    public ReadExplanation explain(Scan scan, CdfAccess access) {
        Optional<Set<InstanceReference>> named = keys.of(scan.predicate());
        if (named.isPresent()) {
            return named.get().isEmpty() ? ReadExplanation.NOTHING : lookup(named.get(), scan.predicate());
        }
        InstanceListing listing = InstanceListing.of(scan.predicate(), filterable);
        if (!listing.isPossible()) {
            return ReadExplanation.NOTHING;
        }
        PlannedRequest listed = PlannedRequest.of(RequestCount.atLeast(1), InstancesApi.LIST_CALL)
                .filteredBy(listing.filter().flatMap(filter -> Explaining.filter(Map.of("filter", filter))));
        return new ReadExplanation(List.of(listed), listing.unasked());
    }

    private ReadExplanation lookup(Set<InstanceReference> named, Predicate predicate) {
        PlannedRequest request = PlannedRequest.of(
                        RequestCount.exactly(groups(named).size()), InstancesApi.LOOKUP_CALL)
                .lookingUp(Explaining.keys(named));
        return new ReadExplanation(List.of(request), Unasked.of(predicate, this::namesKeys));
    }

    private boolean namesKeys(Predicate conjunct) {
        return keys.of(conjunct).isPresent()
                || Unasked.values(table.column(InstanceField.SPACE))
                        .or(Unasked.values(table.column(InstanceField.EXTERNAL_ID)))
                        .says(conjunct);
    }

    @Override
    public long estimateRows(Scan scan, CdfAccess access) {
        Optional<Set<InstanceReference>> named = keys.of(scan.predicate());
        if (named.isPresent()) {
            return named.get().size();
        }
        return InstanceListing.of(scan.predicate(), filterable).isPossible()
                ? Math.max(1, Math.round(totals.estimated(access) * Selectivity.of(scan.predicate())))
                : 0;
    }

    @Override
    public int bufferedPages() {
        return BUFFERED_PAGES;
    }
}
