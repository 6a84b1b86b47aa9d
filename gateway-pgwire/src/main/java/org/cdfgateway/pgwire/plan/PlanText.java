package org.cdfgateway.pgwire.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cdfgateway.domain.port.inbound.PlanDetail;

/** Puts what CDF is asked into a plan that was printed with VERBOSE, below what the engine asks the gateway. */
final class PlanText {
    private static final Pattern REMOTE_SQL = Pattern.compile("( *)Remote SQL: (.*)", Pattern.DOTALL);
    /** What postgres_fdw and the engine print only with VERBOSE, and what may be left out for sure. */
    private static final Pattern VERBOSE_ONLY =
            Pattern.compile(" *(?:Output|Remote SQL|Batch Size|Query Identifier): .*", Pattern.DOTALL);

    private static final Pattern QUALIFIED = Pattern.compile(
            "((?: *-> {2})?(?:Async )?(?:Foreign (?:Scan|Update|Delete)|Update|Delete|Insert) on )(?:cdf|cdf_custom|cdf_models)\\.(.*)");

    /** Longer queries are not explained: the event loop has others to serve. */
    private static final int MAX_SQL_CHARACTERS = 64 * 1024;

    private final Function<String, List<String>> explanations;

    /** @param explanations of remote SQL; none when it is not understood */
    PlanText(Function<String, List<String>> explanations) {
        this.explanations = explanations;
    }

    /** The lines that the client gets. */
    List<String> shown(List<String> printed, PlanDetail detail) {
        List<String> shown = new ArrayList<>(printed.size());
        int next = 0;
        while (next < printed.size()) {
            int end = endOfProperty(printed, next);
            List<String> property = printed.subList(next, end);
            show(property, detail, shown);
            next = end;
        }
        return shown;
    }

    private void show(List<String> property, PlanDetail detail, List<String> shown) {
        String text = String.join("\n", property);
        if (detail == PlanDetail.VERBOSE) {
            shown.addAll(property);
        } else if (!VERBOSE_ONLY.matcher(text).matches()) {
            Matcher qualified = QUALIFIED.matcher(text);
            shown.addAll(qualified.matches() ? List.of(qualified.group(1) + qualified.group(2)) : property);
        }
        Matcher remote = REMOTE_SQL.matcher(text);
        if (remote.matches()) {
            explain(remote.group(2)).forEach(line -> shown.add(remote.group(1) + line));
        }
    }

    private List<String> explain(String sql) {
        return sql.length() > MAX_SQL_CHARACTERS
                ? List.of("Summary: The query is too long to be explained")
                : explanations.apply(sql);
    }

    /** Texts in a property can go over several lines; until then it has an odd number of quotes. */
    private static int endOfProperty(List<String> lines, int start) {
        boolean isProperty = VERBOSE_ONLY.matcher(lines.get(start)).matches();
        long quotes = quotes(lines.get(start));
        int end = start + 1;
        while (isProperty && quotes % 2 != 0 && end < lines.size()) {
            quotes += quotes(lines.get(end));
            end++;
        }
        return end;
    }

    private static long quotes(String line) {
        return line.chars().filter(character -> character == '\'').count();
    }
}
