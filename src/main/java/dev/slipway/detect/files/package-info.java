/** The files of a repository, and TOML in them. */
@Internal
@NullMarked
package dev.slipway.detect.files;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
