package org.cdfgateway.emulator.schema;

import java.util.List;
import java.util.regex.Pattern;
import org.cdfgateway.emulator.schema.ObjectType.Member;

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

    /** One of some words, read in any case. */
    public static FieldType word(String... words) {
        return new WordType(List.of(words));
    }

    /** A number with decimals, both bounds included. */
    public static FieldType decimal(double min, double max) {
        return new DecimalType(min, max);
    }

    /** @param form what the pattern demands, in words */
    public static FieldType pattern(String pattern, String form) {
        return new PatternType(Pattern.compile(pattern), form);
    }

    public static FieldType wholeNumber(long min, long max) {
        return new NumberType(min, max);
    }

    public static ObjectType object(Member... members) {
        return new ObjectType(List.of(members));
    }

    public static FieldType objects(Member... members) {
        return new ObjectsType(object(members));
    }

    /** A node of data modeling. */
    public static FieldType instance() {
        return new InstanceType();
    }

    /** Columns of sequences, with the limits of {@link Columns}. */
    public static FieldType columns(FieldType metadata) {
        return new ColumnsType(metadata);
    }
}
