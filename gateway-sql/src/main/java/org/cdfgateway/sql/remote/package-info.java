/** Sessions of postgres_fdw: carries its statements out through the table adapters. */
@NullMarked
package org.cdfgateway.sql.remote;

import org.jspecify.annotations.NullMarked;
