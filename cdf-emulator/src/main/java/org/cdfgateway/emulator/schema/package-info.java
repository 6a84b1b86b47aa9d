/** What a resource's objects look like: fields, limits, update rules, and their JSON. Knows no HTTP. */
@NullMarked
package org.cdfgateway.emulator.schema;

import org.jspecify.annotations.NullMarked;
