/** What the workflows of a repository build, test and publish. */
@Internal
@NullMarked
package dev.slipway.detect.workflow;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
