package org.cdfgateway.emulator.schema;

/** The types of fields, by the names that resource files use. */
public final class FieldTypes {

    /** Ids are exact in JavaScript: 2^53 - 1 at most. */
    public static final long MAX_ID = (1L << 53) - 1;

    private FieldTypes() {}

    /** Lengths in characters. */
    public static FieldType text(int min, int max) {
        return new TextType(min, max);
    }

    public static FieldType id() {
        return new NumberType(1, MAX_ID);
    }

    /** Milliseconds since 1970. */
    public static FieldType time() {
        return new NumberType(0, Long.MAX_VALUE);
    }

    public static FieldType flag() {
        return new FlagType();
    }

    public static FieldType metadata(int maxKeyBytes, int maxValueBytes, int maxPairs, int maxTotalBytes) {
        return new MetadataType(maxKeyBytes, maxValueBytes, maxPairs, maxTotalBytes);
    }

    public static FieldType ids(int max) {
        return new NumbersType(max);
    }

    public static FieldType labels(int max) {
        return new LabelsType(max);
    }

    public static FieldType geoLocation() {
        return new GeoType();
    }
}
