/** The only door to the network: the latest release of a repository, if somebody asks for it. */
@Internal
@NullMarked
package dev.slipway.online;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
