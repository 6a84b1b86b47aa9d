package org.cdfgateway.domain.table;

/** A table's schema and name as they are, without quotes. */
public record TableName(String schema, String name) {

    /** For messages, for example {@code public.assets}. */
    @Override
    public String toString() {
        return schema + "." + name;
    }
}
