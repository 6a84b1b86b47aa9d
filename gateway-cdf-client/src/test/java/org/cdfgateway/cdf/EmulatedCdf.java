package org.cdfgateway.cdf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.resilience.Budget;
import org.cdfgateway.cdf.resilience.Budgets;
import org.cdfgateway.cdf.resilience.RetryPolicy;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.Volume;

/** An emulated CDF project with a connection to it and an identity that may do everything. */
public final class EmulatedCdf implements AutoCloseable {
    private final CdfEmulator emulator;
    private final CdfConnection connection;
    private final CdfAccess access;

    private EmulatedCdf(CdfEmulator emulator, CdfConnection connection) {
        this.emulator = emulator;
        this.connection = connection;
        this.access = new EmulatedAccess(emulator.tokenUri(), "demo");
    }

    public static EmulatedCdf empty() {
        return with(Volume.EMPTY);
    }

    public static EmulatedCdf with(Volume volume) {
        return with(volume, settings -> settings);
    }

    public static EmulatedCdf with(Volume volume, UnaryOperator<CdfSettings> changed) {
        try {
            CdfEmulator emulator = CdfEmulator.start(EmulatorSettings.defaults().withVolume(volume));
            return new EmulatedCdf(emulator, CdfConnection.open(changed.apply(settings(emulator))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings that wait neither between tries nor for a budget. */
    private static CdfSettings settings(CdfEmulator emulator) {
        return CdfSettings.of(emulator.baseUri(), Optional::empty)
                .withBudgets(new Budgets(Map.of(), new Budget(10_000, 100)))
                .withRetries(new RetryPolicy(3, Duration.ZERO, Duration.ofSeconds(1)))
                .withTimeouts(new CallTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(30)));
    }

    public CdfEmulator emulator() {
        return emulator;
    }

    public CdfConnection connection() {
        return connection;
    }

    public CdfAccess access() {
        return access;
    }

    public TableAdapter adapter(TableDefinition table) {
        return connection.tables().stream()
                .filter(adapter -> adapter.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    public RowReader reader(TableDefinition table, Predicate predicate) {
        return adapter(table).read(new Scan(table, Set.copyOf(table.columns()), predicate), access);
    }

    /** All rows that the adapter returns for a predicate, in the order they come. */
    public List<Row> rows(TableDefinition table, Predicate predicate) {
        return rows(adapter(table), new Scan(table, Set.copyOf(table.columns()), predicate));
    }

    /** All rows that an adapter returns, in the order they come. */
    public List<Row> rows(TableAdapter adapter, Scan scan) {
        List<Row> rows = new ArrayList<>();
        try (RowReader reader = adapter.read(scan, access)) {
            for (RowBatch batch = reader.next(); batch != null; batch = reader.next()) {
                rows.addAll(batch.rows());
            }
        }
        return rows;
    }

    public List<Row> insert(TableDefinition table, Row... rows) {
        return insert(table, List.of(rows));
    }

    public List<Row> insert(TableDefinition table, List<Row> rows) {
        return adapter(table).requireInserter().insert(rows, access);
    }

    /** Creates a data set and returns its id. */
    public long newDataSet(String externalId) {
        String created =
                post("datasets", "{\"items\":[{\"externalId\":\"%1$s\",\"name\":\"%1$s\"}]}".formatted(externalId));
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(created)
                    .path("items")
                    .path(0)
                    .path("id")
                    .asLong();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Calls CDF directly, as somebody else would.
     *
     * @param path within the project
     * @return the body of the answer, which is a success
     */
    public String post(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(emulator.baseUri().resolve("/api/v1/projects/demo/" + path))
                .header("Authorization", "Bearer " + access.accessToken().reveal())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        connection.close();
        emulator.close();
    }
}
