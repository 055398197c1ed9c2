/** What workflows may upload to a release unseen: patterns, and the commands and actions that may leave files for them. */
@Internal
@NullMarked
package dev.slipway.detect.upload;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
