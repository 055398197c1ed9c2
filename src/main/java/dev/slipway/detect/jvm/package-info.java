/** Projects that Maven or Gradle builds. */
@Internal
@NullMarked
package dev.slipway.detect.jvm;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
