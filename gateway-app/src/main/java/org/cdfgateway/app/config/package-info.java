/** Every setting as data, the loader of file and environment, and the tree of records the settings become. Knows nothing of what they are used for. */
@NullMarked
package org.cdfgateway.app.config;

import org.jspecify.annotations.NullMarked;
