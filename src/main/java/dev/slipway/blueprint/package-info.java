/** Which workflows, jobs and image a plan needs: a class for each job. */
@Internal
@NullMarked
package dev.slipway.blueprint;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
