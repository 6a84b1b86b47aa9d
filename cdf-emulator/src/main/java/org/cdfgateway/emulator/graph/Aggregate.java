package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One aggregate while values are added to it. */
abstract class Aggregate {

    private final String word;
    private final @Nullable String property;

    private Aggregate(String word, @Nullable String property) {
        this.word = word;
        this.property = property;
    }

    /** @param value never null when the aggregate has a property */
    abstract void add(@Nullable Object value);

    abstract void writeValue(JsonGenerator out) throws IOException;

    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("aggregate", word);
        if (property != null) {
            out.writeStringField("property", property);
        }
        writeValue(out);
        out.writeEndObject();
    }

    static Aggregate count(@Nullable String property) {
        return new Aggregate("count", property) {
            private long count;

            @Override
            void add(@Nullable Object value) {
                count++;
            }

            @Override
            void writeValue(JsonGenerator out) throws IOException {
                out.writeNumberField("value", count);
            }
        };
    }

    static Aggregate sum(String property) {
        return new Aggregate("sum", property) {
            private double sum;

            @Override
            void add(@Nullable Object value) {
                sum += number(value);
            }

            @Override
            void writeValue(JsonGenerator out) throws IOException {
                out.writeNumberField("value", sum);
            }
        };
    }

    static Aggregate avg(String property) {
        return new Aggregate("avg", property) {
            private double sum;
            private long count;

            @Override
            void add(@Nullable Object value) {
                sum += number(value);
                count++;
            }

            @Override
            void writeValue(JsonGenerator out) throws IOException {
                if (count > 0) {
                    out.writeNumberField("value", sum / count);
                }
            }
        };
    }

    static Aggregate extreme(String word, String property, int sign) {
        return new Aggregate(word, property) {
            private @Nullable Object extreme;

            @Override
            void add(@Nullable Object value) {
                Object best = extreme;
                if (value != null && (best == null || sign * Values.compare(value, best) > 0)) {
                    extreme = value;
                }
            }

            @Override
            void writeValue(JsonGenerator out) throws IOException {
                if (extreme instanceof Number number) {
                    out.writeFieldName("value");
                    if (number instanceof Integer || number instanceof Long) {
                        out.writeNumber(number.longValue());
                    } else {
                        out.writeNumber(Double.parseDouble(number.toString()));
                    }
                }
            }
        };
    }

    static Aggregate histogram(String property, double interval) {
        return new Aggregate("histogram", property) {
            private final TreeMap<Double, Long> buckets = new TreeMap<>();

            @Override
            void add(@Nullable Object value) {
                buckets.merge(Math.floor(number(value) / interval) * interval, 1L, Long::sum);
            }

            @Override
            void writeValue(JsonGenerator out) throws IOException {
                out.writeNumberField("interval", interval);
                out.writeArrayFieldStart("buckets");
                for (var bucket : buckets.entrySet()) {
                    out.writeStartObject();
                    out.writeNumberField("start", bucket.getKey());
                    out.writeNumberField("count", bucket.getValue());
                    out.writeEndObject();
                }
                out.writeEndArray();
            }
        };
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }
}
