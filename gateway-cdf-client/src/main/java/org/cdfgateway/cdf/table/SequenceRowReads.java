package org.cdfgateway.cdf.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.cdf.adapter.Explaining;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.adapter.RowSource;
import org.cdfgateway.cdf.api.Reference;
import org.cdfgateway.cdf.api.SequenceRowsApi;
import org.cdfgateway.cdf.filter.Keys;
import org.cdfgateway.cdf.filter.LongRange;
import org.cdfgateway.cdf.filter.Unasked;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.cdf.row.RowPage;
import org.cdfgateway.cdf.sequence.SequenceRowsDecoder;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** Rows of the sequences that a scan names, else of all, sequence by sequence. */
final class SequenceRowReads implements RowSource {
    private static final TableDefinition TABLE = BuiltInTables.SEQUENCE_ROWS;

    /** CDF's most; it answers fewer when rows are wide (reference/cdf-api-resources.md section 8). */
    private static final int PAGE_ROWS = 10_000;

    private static final int BUFFERED_PAGES = 4;

    /** A guess, because CDF does not count rows. */
    private static final long GUESSED_ROWS = 1_000;

    private static final String OPERATION = "POST /sequences/data/list";

    private static final LongRange POSSIBLE_NUMBERS = new LongRange(0, Long.MAX_VALUE);

    private final SequenceRowsApi api;
    private final Parents sequences;
    private final TableAdapter sequencesTable;
    private final Reading reading;

    /** @param sequencesTable the sequences themselves, for estimates */
    SequenceRowReads(SequenceRowsApi api, Parents sequences, TableAdapter sequencesTable, Reading reading) {
        this.api = api;
        this.sequences = sequences;
        this.sequencesTable = sequencesTable;
        this.reading = reading;
    }

    private static LongRange numbers(Scan scan) {
        return LongRange.of(scan.predicate(), TABLE.column("row_number")).intersect(POSSIBLE_NUMBERS);
    }

    @Override
    public List<ReadStep> steps(Scan scan, CdfAccess access) {
        LongRange numbers = numbers(scan);
        Optional<Keys> keys = Keys.of(scan.predicate());
        if (numbers.isEmpty() || keys.map(Keys::isEmpty).orElse(false)) {
            return List.of();
        }
        if (keys.isEmpty()) {
            return List.of(sequences.all(null, access, ids -> pagesOfIds(ids, numbers, access)));
        }
        return keys.get().isMixed()
                ? List.of(sequences.named(keys.get(), access, ids -> pagesOfIds(ids, numbers, access)))
                : keys.get().groups(1).stream()
                        .map(group -> firstPage(group.get(0), numbers, access))
                        .toList();
    }

    private List<ReadStep> pagesOfIds(List<Object> ids, LongRange numbers, CdfAccess access) {
        return ids.stream()
                .map(id -> firstPage(Reference.byId((Long) id), numbers, access))
                .toList();
    }

    private ReadStep firstPage(Reference sequence, LongRange numbers, CdfAccess access) {
        Long end = numbers.max() == Long.MAX_VALUE ? null : (Long) (numbers.max() + 1);
        ReadStep page = page(
                new SequenceRowsApi.Page(sequence.id(), sequence.externalId(), numbers.min(), end, PAGE_ROWS, null),
                access);
        return () -> {
            try {
                return page.run();
            } catch (GatewayException e) {
                return sequences.nothingIfUnknown(e, sequence, access);
            }
        };
    }

    private ReadStep page(SequenceRowsApi.Page request, CdfAccess access) {
        return () -> {
            RowPage page = api.read(access.project(), request, reading.call(SequenceRowsApi.READ, access))
                    .read(SequenceRowsDecoder::decode);
            return new ReadStep.Outcome(
                    page.rows(),
                    page.nextCursor() == null ? List.of() : List.of(page(request.after(page.nextCursor()), access)));
        };
    }

    @Override
    public ReadExplanation explain(Scan scan, CdfAccess access) {
        LongRange numbers = numbers(scan);
        Optional<Keys> keys = Keys.of(scan.predicate());
        if (numbers.isEmpty() || keys.map(Keys::isEmpty).orElse(false)) {
            return ReadExplanation.NOTHING;
        }
        ExplainedParents.Rows rows =
                new ExplainedParents.Rows(OPERATION, 1, Explaining.startAndEnd(numbers, POSSIBLE_NUMBERS));
        Unasked.Asked range = Unasked.range(TABLE.column("row_number"));
        return new ReadExplanation(
                keys.map(named -> sequences.explained().named(named, rows))
                        .orElseGet(() -> sequences.explained().all(Map.of(), rows, access)),
                Unasked.of(
                        scan.predicate(), keys.map(Unasked::keys).map(range::or).orElse(range)));
    }

    @Override
    public long estimateRows(Scan scan, CdfAccess access) {
        LongRange numbers = numbers(scan);
        if (numbers.isEmpty()) {
            return 0;
        }
        long rows = Math.min(GUESSED_ROWS, Math.max(1, numbers.max() - numbers.min() + 1));
        long parents = Keys.of(scan.predicate())
                .map(keys -> (long) keys.size())
                .orElseGet(() -> sequencesTable.estimateRows(Scan.everything(sequencesTable.table()), access));
        return parents * (numbers.max() == Long.MAX_VALUE ? GUESSED_ROWS : rows);
    }

    @Override
    public int bufferedPages() {
        return BUFFERED_PAGES;
    }
}
