package org.cdfgateway.cdf.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonShapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | true | true",
                "{\"a\": \"b\"} | true | true",
                "{\"a\": 1} | true | false",
                "{\"a\": null} | true | false",
                "{\"a\": {\"b\": [1]}} | true | false",
                "[] | false | false",
                "\"a\" | false | false",
                "null | false | false",
                "{\"a\": | false | false",
                "{} {} | false | false",
            })
    void tellsObjectsFromOtherTexts(String json, boolean object, boolean objectOfTexts) {
        assertThat(JsonShape.isObject(json)).isEqualTo(object);
        assertThat(JsonShape.isObjectOfTexts(json)).isEqualTo(objectOfTexts);
    }
}
