package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cdfgateway.emulator.http.ApiError;

/**
 * One of n slices of a list: the ids from floor((m-1)/n * 2^53) up to floor(m/n * 2^53)
 * (reference/cdf-api-resources.md section 1.9).
 *
 * @param from first id in it
 * @param until first id behind it
 */
record Partition(long from, long until) {

    static final Partition ALL = new Partition(0, 1L << 53);

    private static final Partition NONE = new Partition(0, 0);
    private static final int MAX_PARTITIONS = 10;
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    /** @throws ApiError 400 for what is not {@code m/n} with 1 <= m <= n, and for n above 10 where that is strict */
    static Partition parse(JsonNode partition, PartitionRule rule) {
        if (partition.isMissingNode() || partition.isNull()) {
            return ALL;
        }
        Matcher matcher = FORM.matcher(partition.asText());
        if (rule == PartitionRule.UNSUPPORTED || !matcher.matches()) {
            throw ApiError.badRequest("Invalid partition: " + partition.asText());
        }
        int number = Integer.parseInt(matcher.group(1));
        int count = Integer.parseInt(matcher.group(2));
        if (number < 1 || number > count) {
            throw ApiError.badRequest("Invalid partition: " + partition.asText());
        }
        if (count > MAX_PARTITIONS) {
            if (rule == PartitionRule.STRICT) {
                throw ApiError.badRequest("Too many partitions: " + count + ", at most " + MAX_PARTITIONS);
            }
            count = MAX_PARTITIONS;
        }
        return number > count ? NONE : new Partition(bound(number - 1, count), bound(number, count));
    }

    private static long bound(long part, int count) {
        return part * (1L << 53) / count;
    }

    boolean contains(long id) {
        return id >= from && id < until;
    }
}
