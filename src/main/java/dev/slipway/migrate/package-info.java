/** What has changed in the language of configs, and how a config of an older version is rewritten. */
@Internal
@NullMarked
package dev.slipway.migrate;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
