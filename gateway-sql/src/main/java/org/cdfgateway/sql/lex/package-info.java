/** PostgreSQL's lexical rules: where tokens and statements begin and end. Knows no statement. */
@NullMarked
package org.cdfgateway.sql.lex;

import org.jspecify.annotations.NullMarked;
