package org.cdfgateway.cdf.api;

import feign.Param;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A text as a part of a path or query, everything but unreserved characters percent-encoded (RFC 3986 section 2.3).
 * Feign alone would take {@code 50%41} for encoded already and leave it as it is.
 */
public final class PercentEncoded implements Param.Expander {

    @Override
    public String expand(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
