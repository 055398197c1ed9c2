/** The only door to the network: the latest release of a repository, where somebody asks for it. */
@NullMarked
package dev.slipway.online;

import org.jspecify.annotations.NullMarked;
