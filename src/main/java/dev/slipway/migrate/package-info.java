/** What has changed in the language of configs, and how a config of an older version is rewritten. */
@NullMarked
package dev.slipway.migrate;

import org.jspecify.annotations.NullMarked;
