/** Goals of Maven: the commands that a build runs, as a plugin. Maven's API belongs to this package alone. */
@NullMarked
package dev.slipway.mojo;

import org.jspecify.annotations.NullMarked;
