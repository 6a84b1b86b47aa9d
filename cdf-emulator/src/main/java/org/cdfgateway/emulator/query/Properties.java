package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.schema.Property;
import org.cdfgateway.emulator.schema.ValueKind;
import org.cdfgateway.emulator.store.Metadata;
import org.jspecify.annotations.Nullable;

/** The properties that one part of the query language may name, found by the path that requests give. */
public final class Properties {

    /** How well a text search matched; nothing is better or worse here. */
    public static final Property SCORE = new Property("_score_", ValueKind.NUMBER, item -> 0L);

    private final Map<String, Property> byName = new LinkedHashMap<>();
    private final int maxCharacters;
    private final boolean wholeMetadata;

    private Properties(int maxCharacters, boolean wholeMetadata, List<Property> properties) {
        this.maxCharacters = maxCharacters;
        this.wholeMetadata = wholeMetadata;
        properties.forEach(property -> byName.put(property.name(), property));
    }

    /** @param maxCharacters length of each element of a path */
    public static Properties of(int maxCharacters, Property... properties) {
        return new Properties(maxCharacters, true, List.of(properties));
    }

    /** The same, but of metadata only the value of a key. */
    public Properties keysOfMetadataOnly() {
        return new Properties(maxCharacters, false, List.copyOf(byName.values()));
    }

    /** Texts of several properties as one, so that a search finds words in any of them. */
    public static Property joined(String name, Property... parts) {
        return new Property(name, ValueKind.TEXT, item -> {
            String text = Stream.of(parts)
                    .map(part -> part.of(item))
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .collect(Collectors.joining(" "));
            return text.isEmpty() ? null : text;
        });
    }

    Property named(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    boolean contain(Property property) {
        return byName.containsKey(property.name());
    }

    /**
     * @param path {@code ["field"]}, {@code ["metadata", "key"]} or {@code ["instanceId", "space"]}
     * @throws ApiError 400 for others and for unknown fields
     */
    Property find(JsonNode path) {
        if (!path.isArray() || path.isEmpty() || path.size() > 2) {
            throw ApiError.badRequest("property must have 1 to 2 elements: " + path);
        }
        for (JsonNode element : path) {
            if (!element.isTextual()
                    || element.textValue().isBlank()
                    || element.textValue().length() > maxCharacters) {
                throw ApiError.badRequest(
                        "property elements must be texts of 1 to " + maxCharacters + " characters, not blank: " + path);
            }
        }
        Property part = path.size() == 2
                ? byName.get(path.get(0).textValue() + "." + path.get(1).textValue())
                : null;
        if (part != null) {
            return part;
        }
        Property property = path.get(0).textValue().indexOf('.') < 0
                ? byName.get(path.get(0).textValue())
                : null;
        boolean isMetadata = property != null && property.kind() == ValueKind.METADATA;
        boolean isKnown = path.size() == 2 ? isMetadata : property != null && (wholeMetadata || !isMetadata);
        if (property == null || !isKnown) {
            throw ApiError.badRequest("Unknown property " + path);
        }
        return path.size() == 1 ? property : metadataValue(property, path.get(1).textValue());
    }

    private static Property metadataValue(Property metadata, String key) {
        return new Property(metadata.name() + "." + key, ValueKind.TEXT, item -> valueOf(metadata.of(item), key));
    }

    private static @Nullable String valueOf(@Nullable Object metadata, String key) {
        return metadata == null ? null : ((Metadata) metadata).get(key);
    }
}
