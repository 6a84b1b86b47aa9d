/** An emulated CDF for JUnit tests. The only package here that needs JUnit on the class path. */
@NullMarked
package org.cdfgateway.emulator.testkit;

import org.jspecify.annotations.NullMarked;
