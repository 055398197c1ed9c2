/** What the user wrote, typed: every key of {@code slipway.yml} as it stands there, no default resolved. */
@NullMarked
package dev.slipway.config;

import org.jspecify.annotations.NullMarked;
