package org.cdfgateway.cdf.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsChangeTest {

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', textBlock = """
            []                                      | [{"externalId":"a","valueType":"LONG"}] | {"add":[{"externalId":"a","valueType":"LONG"}]}
            []                                      | [{"externalId":"a","createdTime":5}]    | {"add":[{"externalId":"a"}]}
            [{"externalId":"a"},{"externalId":"b"}] | [{"externalId":"b"}]                    | {"remove":[{"externalId":"a"}]}
            [{"externalId":"a","name":"old"}]       | [{"externalId":"a","name":"new"}]       | {"modify":[{"externalId":"a","update":{"name":{"set":"new"}}}]}
            [{"externalId":"a","description":"d"}]  | [{"externalId":"a"}]                    | {"modify":[{"externalId":"a","update":{"description":{"setNull":true}}}]}
            [{"externalId":"a","metadata":{"k":"v"}}] | [{"externalId":"a"}]                  | {"modify":[{"externalId":"a","update":{"metadata":{"set":{}}}}]}
            [{"externalId":"a"}]                    | [{"externalId":"b"}]                    | {"add":[{"externalId":"b"}],"remove":[{"externalId":"a"}]}
            """)
    void saysWhatDiffers(String before, String after, String change) {
        assertThat(ColumnsChange.between(before, after).orElseThrow()).hasToString(change);
    }

    @Test
    void saysNothingWhenNothingDiffers() {
        String columns = "[{\"externalId\":\"a\",\"valueType\":\"DOUBLE\",\"metadata\":{},\"createdTime\":1}]";

        assertThat(ColumnsChange.between(columns, "[{\"externalId\":\"a\"}]")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                    | the columns of a sequence must be a JSON array
            [                                                     | the columns of a sequence must be valid JSON
            [{"name":"x"}]                                        | each column of a sequence must be an object with an externalId
            [5]                                                   | each column of a sequence must be an object with an externalId
            [{"externalId":"a"},{"externalId":"a"}]               | column "a" of a sequence is given twice
            [{"externalId":"a","valueType":"STRING"}]             | the type of column "a" of a sequence cannot change from LONG to STRING
            """)
    void refusesWhatSequencesCannotHave(String wanted, String message) {
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> ColumnsChange.between("[{\"externalId\":\"a\",\"valueType\":\"LONG\"}]", wanted))
                .withMessage(message)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_PARAMETER_VALUE));
    }
}
