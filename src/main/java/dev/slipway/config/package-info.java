/** What the user wrote, typed: every key of {@code slipway.yml} as it is written, no default resolved. */
@Internal
@NullMarked
package dev.slipway.config;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
