package org.cdfgateway.cdf.raw;

/** A RAW table by its full name. */
record RawTable(String database, String name) {

    @Override
    public String toString() {
        return "\"" + database + "\".\"" + name + "\"";
    }
}
