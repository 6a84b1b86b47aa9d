package org.cdfgateway.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures how fast a running CDF emulator serves pages, and prints a Markdown table.
 *
 * <pre>
 *  ./gateway emulator --scale large &gt; /tmp/emulator.env &amp;
 *  java -cp benchmarks/target/classes org.cdfgateway.bench.EmulatorThroughput /tmp/emulator.env $!
 * </pre>
 *
 * The number is the emulator's process id: its processor time is told, too, in which neither this client nor whatever
 * else the machine does has a part. Each reading is done twice, and only the second counts.
 */
public final class EmulatorThroughput {
    private static final int READERS = 2;
    private static final int SERIES = 50;
    private static final int POINTS = 2_000;
    private static final int REQUESTS = 100;
    private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\\{\"id\":(\\d+)");
    private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");

    private final URI base;
    private final String project;
    private final String token;
    private final ProcessHandle emulator;

    private EmulatorThroughput(Target target, ProcessHandle emulator) throws IOException, InterruptedException {
        this.base = URI.create(target.variable("CDF_URL"));
        this.project = "/api/v1/projects/" + target.variable("CDF_PROJECT");
        this.emulator = emulator;
        this.token = AccessToken.of(target, HttpClient.newHttpClient());
    }

    public static void main(String[] arguments) throws Exception {
        ProcessHandle emulator = ProcessHandle.of(Long.parseLong(arguments[1])).orElseThrow();
        new EmulatorThroughput(Target.read(Path.of(arguments[0])), emulator).run();
    }

    private void run() throws Exception {
        System.out.println("| what | result | processor time of the emulator |\n| --- | --- | --- |");
        print("`POST /assets/list`, pages of 1,000", () -> readAll("/assets", false));
        print("the same, compressed", () -> readAll("/assets", true));
        print("`POST /events/list`, pages of 1,000", () -> readAll("/events", false));
        print("datapoints as protobuf, 100,000 a page", () -> readPoints("application/protobuf", false));
        print("the same, compressed", () -> readPoints("application/protobuf", true));
        print("datapoints as JSON, 100,000 a page", () -> readPoints("application/json", false));
    }

    private void print(String what, Reading reading) throws Exception {
        reading.read();
        Duration before = processorTime();
        Measurement measured = Measurement.throughput(what, reading::read);
        double seconds = processorTime().minus(before).toMillis() / 1e3;
        System.out.println(measured.line() + String.format(Locale.ROOT, " %.1f s |", seconds));
    }

    private Duration processorTime() {
        return emulator.info().totalCpuDuration().orElseThrow();
    }

    @FunctionalInterface
    private interface Reading {
        long read() throws Exception;
    }

    /** Reads a list in as many partitions as there are readers. */
    private long readAll(String path, boolean compressed) throws Exception {
        inParallel(number -> {
            try (PlainHttp http = new PlainHttp(base, token, "application/json", compressed)) {
                @Nullable String cursor = "";
                while (cursor != null) {
                    String body = "{\"limit\":1000,\"partition\":\"" + number + "/" + READERS + "\"" + cursor + "}";
                    int length = http.post(project + path + "/list", body);
                    cursor = cursor(compressed ? expanded(http.body(), length) : tail(http.body(), length));
                }
            }
        });
        try (PlainHttp http = new PlainHttp(base, token, "application/json", false)) {
            int length = http.post(project + path + "/aggregate", "{}");
            return first(COUNT, new String(http.body(), 0, length, StandardCharsets.UTF_8));
        }
    }

    private static @Nullable String cursor(String text) {
        Matcher found = CURSOR.matcher(text);
        return found.find() ? ",\"cursor\":\"" + found.group(1) + "\"" : null;
    }

    private static String tail(byte[] body, int length) {
        int from = Math.max(0, length - 512);
        return new String(body, from, length - from, StandardCharsets.ISO_8859_1);
    }

    private static String expanded(byte[] body, int length) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body, 0, length))) {
            byte[] plain = in.readAllBytes();
            return tail(plain, plain.length);
        }
    }

    private long readPoints(String accept, boolean compressed) throws Exception {
        String items = series().stream()
                .map(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "{\"limit\":" + POINTS + ",\"items\":[", "]}"));
        inParallel(number -> {
            try (PlainHttp http = new PlainHttp(base, token, accept, compressed)) {
                for (int i = 0; i < REQUESTS / READERS; i++) {
                    http.post(project + "/timeseries/data/list", items);
                }
            }
        });
        return (long) REQUESTS * SERIES * POINTS;
    }

    /** Numeric ones; the sample's have more points than are read of each. */
    private List<String> series() throws IOException {
        try (PlainHttp http = new PlainHttp(base, token, "application/json", false)) {
            int length = http.post(
                    project + "/timeseries/list", "{\"limit\":" + SERIES + ",\"filter\":{\"isString\":false}}");
            Matcher found = ID.matcher(new String(http.body(), 0, length, StandardCharsets.UTF_8));
            List<String> ids = new ArrayList<>();
            while (found.find()) {
                ids.add(found.group(1));
            }
            if (ids.size() < SERIES) {
                throw new IOException("the emulator has only " + ids.size() + " numeric time series");
            }
            return ids;
        }
    }

    private static long first(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("unexpected answer: " + text);
        }
        return Long.parseLong(found.group(1));
    }

    @FunctionalInterface
    private interface Part {
        /** @param number from 1 on */
        void read(int number) throws IOException;
    }

    private static void inParallel(Part part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (int i = 1; i <= READERS; i++) {
                int number = i;
                parts.add(threads.submit(() -> {
                    part.read(number);
                    return null;
                }));
            }
            for (Future<?> one : parts) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
