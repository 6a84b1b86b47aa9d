/** The commands of operators: the store's keys, its backup, and the audit. */
@NullMarked
package org.cdfgateway.app.cli.store;

import org.jspecify.annotations.NullMarked;
