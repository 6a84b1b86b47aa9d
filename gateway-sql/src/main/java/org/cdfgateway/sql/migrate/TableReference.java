package org.cdfgateway.sql.migrate;

import java.util.Optional;
import org.cdfgateway.domain.migration.LegacyTable;

/**
 * A table of 1.0 where a statement names it.
 *
 * @param token the number of the first token of its name
 * @param newQualifier the table's new name, when the statement qualifies columns with the table's name and not with an
 *     alias
 */
record TableReference(LegacyTable table, int token, Optional<String> newQualifier) {}
