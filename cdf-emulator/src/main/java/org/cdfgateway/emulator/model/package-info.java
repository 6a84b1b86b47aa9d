/** Data modeling definitions: spaces, containers, views, data models, and the types of properties. Knows no instances. */
@NullMarked
package org.cdfgateway.emulator.model;

import org.jspecify.annotations.NullMarked;
