package org.cdfgateway.cdf.raw;

import static org.cdfgateway.domain.table.custom.CustomColumnType.BIGINT;
import static org.cdfgateway.domain.table.custom.CustomColumnType.BIGINT_ARRAY;
import static org.cdfgateway.domain.table.custom.CustomColumnType.BOOL;
import static org.cdfgateway.domain.table.custom.CustomColumnType.BOOL_ARRAY;
import static org.cdfgateway.domain.table.custom.CustomColumnType.DOUBLE_PRECISION;
import static org.cdfgateway.domain.table.custom.CustomColumnType.DOUBLE_PRECISION_ARRAY;
import static org.cdfgateway.domain.table.custom.CustomColumnType.JSON;
import static org.cdfgateway.domain.table.custom.CustomColumnType.TEXT;
import static org.cdfgateway.domain.table.custom.CustomColumnType.TEXT_ARRAY;
import static org.cdfgateway.domain.table.custom.CustomColumnType.TIMESTAMPTZ;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.cdfgateway.domain.table.custom.JsonKind;

/** Which column types show JSON values as they are, so that what is written back is what was read. */
final class SampledTypes {
    /** The narrowest first. */
    private static final List<CustomColumnType> PROPOSALS = List.of(
            BOOL,
            BIGINT,
            DOUBLE_PRECISION,
            TIMESTAMPTZ,
            TEXT,
            BOOL_ARRAY,
            BIGINT_ARRAY,
            DOUBLE_PRECISION_ARRAY,
            TEXT_ARRAY,
            JSON);

    private static final Map<CustomColumnType, CustomColumnType> ARRAYS =
            Map.of(BOOL, BOOL_ARRAY, BIGINT, BIGINT_ARRAY, DOUBLE_PRECISION, DOUBLE_PRECISION_ARRAY, TEXT, TEXT_ARRAY);

    private SampledTypes() {}

    /** All that are ever proposed. */
    static Set<CustomColumnType> all() {
        return EnumSet.copyOf(PROPOSALS);
    }

    /** The narrowest of those that show all values; text where values have shown nothing. */
    static CustomColumnType narrowest(Set<CustomColumnType> types) {
        if (types.contains(BOOL) && types.contains(TEXT_ARRAY)) {
            return TEXT;
        }
        if (types.contains(BOOL_ARRAY) && types.contains(TEXT_ARRAY)) {
            return TEXT_ARRAY;
        }
        return PROPOSALS.stream().filter(types::contains).findFirst().orElse(JSON);
    }

    static JsonKind kind(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> JsonKind.TEXT;
            case VALUE_NUMBER_INT -> JsonKind.INTEGER;
            case VALUE_NUMBER_FLOAT -> JsonKind.FRACTION;
            case VALUE_TRUE, VALUE_FALSE -> JsonKind.BOOLEAN;
            case START_OBJECT -> JsonKind.OBJECT;
            case START_ARRAY -> JsonKind.ARRAY;
            default -> JsonKind.NULL;
        };
    }

    /** The types that show the value that the parser stands on; afterwards it stands on the value's last token. */
    static Set<CustomColumnType> showing(JsonParser parser) throws IOException {
        return switch (kind(parser.currentToken())) {
            case NULL -> all();
            case BOOLEAN -> EnumSet.of(BOOL, TEXT, JSON);
            case INTEGER ->
                NumberText.integer(parser.getText()) == null
                        ? EnumSet.of(TEXT, JSON)
                        : EnumSet.of(BIGINT, DOUBLE_PRECISION, TEXT, JSON);
            case FRACTION ->
                NumberText.fraction(parser.getText()) == null
                        ? EnumSet.of(TEXT, JSON)
                        : EnumSet.of(DOUBLE_PRECISION, TEXT, JSON);
            case TEXT ->
                TimeText.isMoment(parser.getText()) ? EnumSet.of(TIMESTAMPTZ, TEXT, JSON) : EnumSet.of(TEXT, JSON);
            case OBJECT -> {
                parser.skipChildren();
                yield EnumSet.of(JSON);
            }
            case ARRAY -> ofArray(parser);
        };
    }

    private static Set<CustomColumnType> ofArray(JsonParser parser) throws IOException {
        Set<CustomColumnType> types = EnumSet.of(JSON);
        types.addAll(ARRAYS.values());
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean isText = kind(parser.currentToken()) == JsonKind.TEXT;
            boolean isNull = kind(parser.currentToken()) == JsonKind.NULL;
            Set<CustomColumnType> ofElement = showing(parser);
            ARRAYS.forEach((element, array) -> {
                if (!ofElement.contains(element) || (element == TEXT && !isText && !isNull)) {
                    types.remove(array);
                }
            });
        }
        return types;
    }
}
