/** What in a repository can break a release. */
@Internal
@NullMarked
package dev.slipway.detect.doctor;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
