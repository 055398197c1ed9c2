/** What the jobs of a rehearsal share: folders, registries, notes. */
@NullMarked
package dev.slipway.run.local.site;

import org.jspecify.annotations.NullMarked;
