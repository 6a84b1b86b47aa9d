package org.cdfgateway.cdf;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.cdfgateway.cdf.adapter.Counts;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.api.CdfApis;
import org.cdfgateway.cdf.raw.RawSampler;
import org.cdfgateway.cdf.resilience.CdfClient;
import org.cdfgateway.cdf.session.CdfSessionKinds;
import org.cdfgateway.cdf.session.CdfTokenInspection;
import org.cdfgateway.cdf.session.ServiceSessions;
import org.cdfgateway.cdf.table.CdfTables;
import org.cdfgateway.cdf.view.CdfViews;
import org.cdfgateway.domain.port.outbound.CdfSessions;
import org.cdfgateway.domain.port.outbound.CustomTableAdapters;
import org.cdfgateway.domain.port.outbound.RawSampling;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.port.outbound.TokenInspection;
import org.cdfgateway.domain.port.outbound.ViewImport;

/**
 * The CDF client's door: everything the gateway does with one CDF cluster, for all identities. They share network
 * connections and nothing else. Safe for use by several threads.
 */
public final class CdfConnection implements AutoCloseable {
    private final ExecutorService waiting = RequestThreads.waiting();
    private final ExecutorService moving = RequestThreads.moving();
    private final CdfClient client;
    private final List<TableAdapter> tables;
    private final CustomTableAdapters customTables;
    private final RawSampling rawSampling;
    private final ViewImport views;
    private final CdfSessions sessions;
    private final TokenInspection tokens;

    private CdfConnection(CdfSettings settings) {
        Clock clock = Clock.systemUTC();
        HttpClient http = HttpClient.newBuilder()
                .executor(moving)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        client = new CdfClient(
                http, settings.timeouts(), settings.retries(), settings.budgets(), settings.maxAnswerBytes());
        CdfApis apis = new CdfApis(settings.baseUri(), client);
        Reading reading = new Reading(settings.timeouts(), settings.readLimits(), waiting);
        tables = CdfTables.builtIn(apis, reading, clock);
        rawSampling = new RawSampler(apis, reading);
        customTables = new CdfCustomTables(apis, reading, new Counts(waiting, clock));
        views = new CdfViews(apis, settings.timeouts());
        tokens = new CdfTokenInspection(apis, settings.timeouts());
        sessions = new CdfSessionKinds(
                new ServiceSessions(apis, settings.timeouts(), settings.serviceToken(), clock),
                http,
                settings.tokenEndpoints(),
                tokens,
                clock);
    }

    /** Makes no request. The caller closes it. */
    public static CdfConnection open(CdfSettings settings) {
        return new CdfConnection(settings);
    }

    /** The built-in tables. */
    public List<TableAdapter> tables() {
        return tables;
    }

    public CustomTableAdapters customTables() {
        return customTables;
    }

    public RawSampling rawSampling() {
        return rawSampling;
    }

    /** What views and data models are made of. */
    public ViewImport views() {
        return views;
    }

    public CdfSessions sessions() {
        return sessions;
    }

    public TokenInspection tokens() {
        return tokens;
    }

    /** Aborts all requests and ends the threads; reads and writes under way fail with QUERY_CANCELED. */
    @Override
    public void close() {
        client.close();
        waiting.shutdownNow();
        moving.shutdownNow();
    }
}
