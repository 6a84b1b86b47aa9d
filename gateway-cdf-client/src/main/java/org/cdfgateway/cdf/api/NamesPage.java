package org.cdfgateway.cdf.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of RAW databases or tables. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NamesPage(List<Name> items, @Nullable String nextCursor) {

    public record Name(String name) {}

    public static NamesPage of(List<String> names) {
        return new NamesPage(names.stream().map(Name::new).toList(), null);
    }

    public List<String> names() {
        return items.stream().map(Name::name).toList();
    }
}
