/** The first config of a project: what its repository tells, turned into a {@code slipway.yml}. */
@NullMarked
package dev.slipway.init;

import org.jspecify.annotations.NullMarked;
