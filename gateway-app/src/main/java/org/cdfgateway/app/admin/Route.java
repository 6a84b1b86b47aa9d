package org.cdfgateway.app.admin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is answered where.
 *
 * @param path segments with placeholders, for example <code>/api/v1/projects/{project}/postgresgateway</code>
 */
public record Route(String method, String path, AdminEndpoint endpoint) {

    /** The values of the placeholders; empty when the path is another one. */
    Optional<Map<String, String>> match(String rawPath) {
        List<String> expected = segments(path);
        List<String> actual = segments(rawPath);
        if (expected.size() != actual.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < expected.size(); i++) {
            String segment = expected.get(i);
            if (segment.startsWith("{")) {
                parameters.put(segment.substring(1, segment.length() - 1), decoded(actual.get(i)));
            } else if (!segment.equals(actual.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static String decoded(String segment) {
        // In a path "+" is itself; only the decoder of forms takes it for a blank.
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
