/** What a shell script would do, as far as that can be told without running it. */
@NullMarked
package dev.slipway.shell;

import org.jspecify.annotations.NullMarked;
