/** What the jobs of a rehearsal share: folders, registries, notes. */
@Internal
@NullMarked
package dev.slipway.run.local.site;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
