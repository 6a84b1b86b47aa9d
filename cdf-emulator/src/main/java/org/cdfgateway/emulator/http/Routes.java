package org.cdfgateway.emulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All calls of the API, found by method and path. Filled before the server starts, then only read. */
public final class Routes {

    private static final Comparator<String> BY_PATH = Comparator.comparing(
                    (String label) -> label.substring(label.indexOf('/')))
            .thenComparing(Comparator.naturalOrder());

    private final Node root = new Node();
    private final String project;

    /** @param project URL name of the only project there is */
    public Routes(String project) {
        this.project = project;
    }

    /** Adds a call below {@code /api/v1/projects/{project}}. */
    public Routes project(String method, String path, Admission admission, Endpoint endpoint) {
        String label = path.isEmpty() ? "/api/v1/projects/{project}" : path;
        return add(method + " " + label, method, "/api/v1/projects/" + project + path, admission, endpoint);
    }

    /** Adds a call with its whole path. */
    public Routes absolute(String method, String path, Admission admission, Endpoint endpoint) {
        return add(method + " " + path, method, path, admission, endpoint);
    }

    private Routes add(String label, String method, String template, Admission admission, Endpoint endpoint) {
        Node node = root;
        for (String segment : segments(template)) {
            node = segment.startsWith("{") ? node.variable() : node.literal(segment);
        }
        node.routes.put(method, new Route(label, method, template, admission, endpoint));
        return this;
    }

    /**
     * What every call asks of its caller, in the order of paths.
     *
     * @return by label, for example {@code POST /assets/list}
     */
    public SortedMap<String, Admission> admissions() {
        SortedMap<String, Admission> admissions = new TreeMap<>(BY_PATH);
        root.forEach(route -> admissions.put(route.label(), route.admission()));
        return admissions;
    }

    /** Labels of the calls that may change what is stored, in the order of paths. */
    public List<String> changing() {
        List<String> changing = new ArrayList<>();
        root.forEach(route -> {
            if (route.changes()) {
                changing.add(route.label());
            }
        });
        return changing.stream().sorted(BY_PATH).toList();
    }

    /**
     * @param rawPath as sent, still percent-encoded
     * @throws ApiError 404 for an unknown path, 405 for a known one with another method
     */
    Match find(String method, String rawPath) {
        List<String> path = segments(rawPath);
        Node node = find(root, path, 0);
        if (node == null) {
            throw unknown(path, rawPath);
        }
        Route route = node.routes.get(method);
        if (route == null) {
            throw ApiError.of(405, "Method not allowed: " + method + " " + rawPath);
        }
        return new Match(route, variables(segments(route.template()), path));
    }

    /** A token says nothing about other projects, so these answer as to a stranger. */
    private ApiError unknown(List<String> path, String rawPath) {
        boolean otherProject = path.size() > 3
                && path.subList(0, 3).equals(List.of("api", "v1", "projects"))
                && !path.get(3).equals(project);
        return otherProject ? ApiError.unauthorized() : ApiError.of(404, "Not found: " + rawPath);
    }

    private static @Nullable Node find(Node node, List<String> path, int depth) {
        if (depth == path.size()) {
            return node.routes.isEmpty() ? null : node;
        }
        Node literal = node.literals.get(path.get(depth));
        Node found = literal == null ? null : find(literal, path, depth + 1);
        if (found == null && node.variable != null) {
            found = find(node.variable, path, depth + 1);
        }
        return found;
    }

    private static Map<String, String> variables(List<String> template, List<String> path) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < template.size(); i++) {
            String segment = template.get(i);
            if (segment.startsWith("{")) {
                variables.put(segment.substring(1, segment.length() - 1), path.get(i));
            }
        }
        return variables;
    }

    private static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        int start = rawPath.startsWith("/") ? 1 : 0;
        while (start <= rawPath.length()) {
            int slash = rawPath.indexOf('/', start);
            int end = slash < 0 ? rawPath.length() : slash;
            // A plus stays a plus in a path; only query strings write blanks that way.
            segments.add(URLDecoder.decode(rawPath.substring(start, end).replace("+", "%2B"), StandardCharsets.UTF_8));
            start = end + 1;
        }
        // CDF takes "/files/" for "/files", and its JavaScript SDK relies on it.
        if (segments.size() > 1 && segments.get(segments.size() - 1).isEmpty()) {
            segments.remove(segments.size() - 1);
        }
        return segments;
    }

    /** A route and the path's values of its variables, decoded. */
    record Match(Route route, Map<String, String> variables) {}

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<String, Route> routes = new HashMap<>();
        private @Nullable Node variable;

        Node literal(String segment) {
            return literals.computeIfAbsent(segment, unused -> new Node());
        }

        void forEach(Consumer<Route> visitor) {
            routes.values().forEach(visitor);
            literals.values().forEach(child -> child.forEach(visitor));
            if (variable != null) {
                variable.forEach(visitor);
            }
        }

        Node variable() {
            Node existing = variable;
            if (existing == null) {
                existing = new Node();
                variable = existing;
            }
            return existing;
        }
    }
}
