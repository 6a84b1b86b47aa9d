package org.cdfgateway.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.cdfgateway.emulator.right.Reach;
import org.cdfgateway.emulator.right.Right;
import org.cdfgateway.emulator.wire.Headers;
import org.jspecify.annotations.Nullable;

/** One admitted request, its body read and unpacked. */
public final class Call {

    private final Caller caller;
    private final Map<String, String> variables;
    private final Map<String, String> parameters;
    private final Headers headers;
    private final byte[] body;
    private final Conditions conditions;
    private int items;

    Call(
            Caller caller,
            Map<String, String> variables,
            @Nullable String rawQuery,
            Headers headers,
            byte[] body,
            Conditions conditions) {
        this.caller = caller;
        this.variables = variables;
        this.parameters = decodeForm(rawQuery);
        this.conditions = conditions;
        this.headers = headers;
        this.body = body;
        conditions.pageLimit().ifPresent(max -> parameters.merge("limit", Integer.toString(max), Call::smaller));
    }

    private static String smaller(String asked, String max) {
        boolean isNumber =
                !asked.isEmpty() && asked.length() < 10 && asked.chars().allMatch(Character::isDigit);
        return isNumber && Integer.parseInt(asked) > Integer.parseInt(max) ? max : asked;
    }

    public Caller caller() {
        return caller;
    }

    /** How far a right of the caller goes. */
    public Reach reach(Right right) {
        return caller.rights().reach(right);
    }

    /** How far a right of the caller goes, for example of {@code assetsAcl} and {@code READ}. */
    public Reach reach(String acl, String action) {
        return reach(new Right(acl, action));
    }

    /** The decoded value of a variable in the path. */
    public String variable(String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    /** @throws ApiError 400 when the path's value is no number above 0 */
    public long idVariable(String name) {
        String text = variable(name);
        try {
            long id = Long.parseLong(text);
            if (id > 0) {
                return id;
            }
        } catch (NumberFormatException e) {
            throw ApiError.badRequest(name + " must be a number, got " + text);
        }
        throw ApiError.badRequest(name + " must be greater than or equal to 1");
    }

    /** Query parameters in the order sent; of repeated ones the last. */
    public Map<String, String> parameters() {
        return parameters;
    }

    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** @throws ApiError 400 when it is outside of the bounds or no number */
    public int intParameter(String name, int absent, int min, int max) {
        String text = parameters.get(name);
        if (text == null || text.isEmpty()) {
            return absent;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw ApiError.badRequest(name + " must be a number, got " + text);
        }
        throw ApiError.badRequest(name + " must be between " + min + " and " + max + ", got " + text);
    }

    /** @throws ApiError 400 when it is no number */
    public long longParameter(String name, long absent) {
        String text = parameters.get(name);
        if (text == null || text.isEmpty()) {
            return absent;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiError.badRequest(name + " must be a number, got " + text);
        }
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(parameters.get(name));
    }

    public boolean accepts(String mediaType) {
        String accept = headers.get("Accept");
        return accept != null && accept.contains(mediaType);
    }

    public boolean isOfType(String mediaType) {
        String contentType = headers.get("Content-Type");
        return contentType != null && contentType.startsWith(mediaType);
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    public byte[] body() {
        return body;
    }

    /**
     * The body, or of one of several parts the part of this name.
     *
     * @throws ApiError 400 when there is no such part
     */
    public byte[] content(String part) {
        String contentType = headers.get("Content-Type");
        return contentType != null && contentType.startsWith(Multipart.MEDIA_TYPE)
                ? Multipart.part(body, contentType, part)
                : body;
    }

    /** The body as a JSON object; an absent body is an empty object. */
    public ObjectNode json() {
        ObjectNode json = Json.object(body);
        items = json.path("items").size();
        conditions.pageLimit().ifPresent(max -> {
            JsonNode asked = json.path("limit");
            if (asked.isMissingNode() || asked.isNull() || (asked.isInt() && asked.intValue() > max)) {
                json.put("limit", max);
            }
        });
        return json;
    }

    /** How far the index that lists and searches read is behind the last write. */
    public Duration lag() {
        return conditions.lag();
    }

    /** How far any call may be behind what this one writes. */
    public Duration longestLag() {
        return conditions.longestLag();
    }

    /** Says how many items the body has, when it was not read by {@link #json}. */
    public void received(int number) {
        items = number;
    }

    int items() {
        return items;
    }

    /** The body as a submitted form. */
    public Map<String, String> form() {
        return decodeForm(new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, String> decodeForm(@Nullable String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return values;
        }
        int start = 0;
        while (start <= encoded.length()) {
            int ampersand = encoded.indexOf('&', start);
            int end = ampersand < 0 ? encoded.length() : ampersand;
            int equals = encoded.indexOf('=', start);
            if (equals > start && equals < end) {
                values.put(decode(encoded.substring(start, equals)), decode(encoded.substring(equals + 1, end)));
            }
            start = end + 1;
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest("Malformed URL encoding: " + text);
        }
    }
}
