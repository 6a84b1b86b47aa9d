package org.cdfgateway.pgwire.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.pgwire.Sql.run;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.pgwire.TestGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our texts are the ones that PostgreSQL itself would write for the values it reads from them. */
@ExtendWith(TestGateway.Resolver.class)
class TypeAgreementIT {
    private static final long SEED = 20261125;
    private static final int VALUES = 2_000;
    /** From 4713 BC, where PostgreSQL begins, to 292277 AD, where a long of microseconds ends. */
    private static final long MIN_SECONDS = -210_866_803_200L;

    private static final long MAX_SECONDS = 9_223_371_000_000L;

    private final TestGateway gateway;

    TypeAgreementIT(TestGateway gateway) {
        this.gateway = gateway;
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REAL", "REAL_ARRAY"})
    void writesAsPostgresDoes(ColumnType family) throws SQLException {
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < VALUES; i++) {
            texts.add(text(family, value(family, random)));
        }

        assertThat(asked(family, texts)).as("seed %d", SEED).isEqualTo(texts);
    }

    /** More digits than PostgreSQL would write, which it rounds to the same numbers. */
    @Test
    void writesRealsThatAreReadBackAsTheyWere() throws SQLException {
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (int i = 0; i < VALUES; i++) {
            Object value = value(ColumnType.REAL, random);
            texts.add(text(ColumnType.REAL, value));
            same.add(text(ColumnType.DOUBLE, value));
        }

        assertThat(asked("real::float8", texts)).as("seed %d", SEED).isEqualTo(same);
    }

    @Test
    void knowsTheTypesByTheirNumbers() throws SQLException {
        try (Connection session = gateway.connect()) {
            for (ColumnType family : ColumnType.values()) {
                PgType type = PgType.of(family);
                assertThat(run(session, "SELECT '" + family.sqlName() + "'::regtype::oid"))
                        .containsExactly(String.valueOf(type.oid()));
                assertThat(run(session, "SELECT typlen FROM pg_type WHERE oid = " + type.oid()))
                        .containsExactly(String.valueOf(type.length()));
            }
        }
    }

    private List<String> asked(ColumnType family, List<String> texts) throws SQLException {
        return asked(family.sqlName(), texts).stream()
                // A cast of bool to text spells the words out.
                .map(text -> family == ColumnType.BOOLEAN ? text.substring(0, 1) : text)
                .toList();
    }

    private List<String> asked(String type, List<String> texts) throws SQLException {
        String rows = texts.stream()
                .map(text -> "('" + text.replace("'", "''") + "'::" + type + "::text)")
                .collect(Collectors.joining(",\n"));
        try (Connection session = gateway.connect()) {
            return run(
                            session,
                            "SET timezone = 'GMT'; SET extra_float_digits = 3; SELECT column1 FROM (VALUES " + rows
                                    + ") AS v")
                    .stream()
                    .map(String::valueOf)
                    .toList();
        }
    }

    private static String text(ColumnType family, Object value) {
        ByteBuf out = Unpooled.buffer();
        PgType.of(family).writeText(value, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Object value(ColumnType family, Random random) {
        return switch (family) {
            case BOOLEAN -> random.nextBoolean();
            case BIGINT -> random.nextLong() >> random.nextInt(64);
            case DOUBLE -> number(random);
            case TEXT -> word(random);
            case TIMESTAMPTZ -> random.nextLong(MIN_SECONDS, MAX_SECONDS) * 1_000_000L + fraction(random);
            case JSON -> "{\"k\": " + random.nextInt() + "}";
            case REAL -> (double) (float) number(random);
            case BYTEA -> bytes(random);
            case BOOLEAN_ARRAY ->
                random.ints(random.nextInt(4)).mapToObj(i -> i % 2 == 0).toList();
            case DOUBLE_ARRAY ->
                random.ints(random.nextInt(4)).mapToObj(i -> number(random)).toList();
            case REAL_ARRAY ->
                random.ints(random.nextInt(4))
                        .mapToObj(i -> (double) (float) number(random))
                        .toList();
            case JSON_ARRAY ->
                random.ints(random.nextInt(4))
                        .mapToObj(i -> "{\"k\": [" + i + ", \"" + i + "\"]}")
                        .toList();
            case BIGINT_ARRAY -> random.longs(random.nextInt(4)).boxed().toList();
            case TEXT_ARRAY ->
                random.ints(random.nextInt(4)).mapToObj(i -> word(random)).toList();
        };
    }

    private static String bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(5)];
        random.nextBytes(bytes);
        return "\\x" + HexFormat.of().formatHex(bytes);
    }

    private static double number(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextInt(1_000_000) / 1_000.0;
            default -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
        };
    }

    private static long fraction(Random random) {
        return random.nextBoolean() ? random.nextInt(1_000) * 1_000L : random.nextInt(1_000_000);
    }

    private static String word(Random random) {
        String alphabet = "abc NULLnull,{}\"\\'\n\tä€😀";
        int[] characters = alphabet.codePoints().toArray();
        return random.ints(random.nextInt(6), 0, characters.length)
                .map(i -> characters[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
