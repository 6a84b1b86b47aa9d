/** The contents of files and the links they travel by. Knows nothing of the files' own fields. */
@NullMarked
package org.cdfgateway.emulator.file;

import org.jspecify.annotations.NullMarked;
