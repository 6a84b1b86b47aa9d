package org.cdfgateway.sql.migrate;

import java.util.List;
import org.cdfgateway.sql.edit.Edit;

/**
 * A text after rewriting.
 *
 * @param text the rewritten text; the same instance when nothing was rewritten
 * @param edits what was replaced, by position in the text before, from left to right
 * @param findings what a person should look at, from left to right
 */
public record MigratedSql(String text, List<Edit> edits, List<Finding> findings) {

    public MigratedSql {
        edits = List.copyOf(edits);
        findings = List.copyOf(findings);
    }

    public boolean isChanged() {
        return !edits.isEmpty();
    }

    public boolean hasProblems() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.PROBLEM);
    }
}
