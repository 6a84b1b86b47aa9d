package org.cdfgateway.cdf.datapoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.cdfgateway.cdf.api.Reference;
import org.junit.jupiter.api.Test;

class DatapointCodecTest {

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    private static List<SeriesPage> decode(byte[] bytes) throws IOException {
        return DatapointListDecoder.decode(new ByteArrayInputStream(bytes));
    }

    @Test
    void readsNumbers() throws IOException {
        // items { id: 7, externalId: "p1", numericDatapoints { datapoints { timestamp: 1000, value: 1.5 } },
        //         nextCursor: "c", type: 1 }
        byte[] body = bytes("0a 1c 08 07 12 02 7031 1a 0e 0a 0c 08 e807 11 000000000000f83f 4a 01 63 60 01");

        SeriesPage page = decode(body).get(0);

        assertThat(page.id()).isEqualTo(7);
        assertThat(page.externalId()).isEqualTo("p1");
        assertThat(page.isString()).isFalse();
        assertThat(page.nextCursor()).isEqualTo("c");
        assertThat(page.points()).containsExactly(new Point(1_000, 1.5));
    }

    @Test
    void readsTexts() throws IOException {
        // items { id: 7, isString: true, stringDatapoints { datapoints { timestamp: 1, value: "on" } } }
        byte[] body = bytes("0a 0e 08 07 30 01 22 08 0a 06 08 01 12 02 6f6e");

        SeriesPage page = decode(body).get(0);

        assertThat(page.isString()).isTrue();
        assertThat(page.externalId()).isNull();
        assertThat(page.nextCursor()).isNull();
        assertThat(page.points()).containsExactly(new Point(1, "on"));
    }

    @Test
    void absentFieldsAreZero() throws IOException {
        // items { numericDatapoints { datapoints {} } }
        assertThat(decode(bytes("0a 04 1a 02 0a 00")).get(0).points()).containsExactly(new Point(0, 0.0));
    }

    @Test
    void skipsPointsWithoutAFiniteValue() throws IOException {
        // a NaN, an infinity, a nullValue, and a good one with a status
        byte[] body = bytes("0a 2c 1a 2a"
                + "0a 09 11 000000000000f87f"
                + "0a 09 11 000000000000f07f"
                + "0a 04 08 05 20 01"
                + "0a 0a 08 06 20 00 1a 04 08 00 12 00");

        assertThat(decode(body).get(0).points()).containsExactly(new Point(6, 0.0));
    }

    @Test
    void readsWhatItWroteWithTimesBefore1970() throws IOException {
        List<Point> points =
                List.of(new Point(-2_208_988_800_000L, -0.0), new Point(0, Double.MIN_VALUE), new Point(1, 9.9e99));

        byte[] request = DatapointInsertionEncoder.encode(List.of(new SeriesPoints(Reference.byId(1L << 52), points)));

        // The fields of a request's item are those of an answer's item, as far as a request has them.
        assertThat(decode(request)).containsExactly(new SeriesPage(1L << 52, null, false, points, null));
    }

    @Test
    void writesTexts() throws IOException {
        List<Point> points = List.of(new Point(5, "ø"), new Point(6, ""));

        byte[] request =
                DatapointInsertionEncoder.encode(List.of(new SeriesPoints(Reference.byExternalId("p1"), points)));

        assertThat(request).isEqualTo(bytes("0a 14 12 02 7031 22 0e 0a 06 08 05 12 02 c3b8 0a 04 08 06 12 00"));
    }

    @Test
    void aBrokenBodyIsAnError() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeString(1, "not an item but long enough to be cut");
        out.flush();

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> decode(bytes.toByteArray()));
    }
}
